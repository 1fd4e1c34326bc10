// Making a group and looking after one, as somebody who is in it.

import { choice, el, field, fill } from "./dom.js";
import { avatar } from "./drawing.js";
import { door } from "./door.js";
import { fullName, refreshWorld, world } from "./world.js";
import { formSheet, openSheet } from "./sheets.js";
import { say } from "./words.js";

function checks(people, chosen, disabled = []) {
  return people.map((one) => {
    const box = el("input", { type: "checkbox", value: one.id, checked: chosen.includes(one.id), disabled: disabled.includes(one.id) });
    return el("label", { class: "check" }, box, el("bdi", { text: fullName(one) }), one.username && el("span", { class: "faint", text: `@${one.username}` }));
  });
}

const checkedIds = (box) => [...box.querySelectorAll("input:checked")].map((input) => Number(input.value));

export function newGroupForm(host, personId, opened) {
  const title = el("input", { required: true, maxlength: 128, dir: "auto" });
  const kind = choice([["group", say("group")], ["supergroup", say("supergroup")], ["forum", say("forum")]], "group");
  const members = el("fieldset", { class: "checks" }, el("legend", { text: say("membersTitle") }), checks(world.people, [personId], [personId]));
  const bots = el("fieldset", { class: "checks" }, el("legend", { text: say("groupBots") }), checks(world.bots, []));
  formSheet(host, say("newGroup"), [field(say("groupTitle"), title), field(say("groupKind"), kind), members, bots], async () => {
    const group = await door.addGroup({
      title: title.value, creator: personId, members: [...new Set([personId, ...checkedIds(members)])], bots: checkedIds(bots),
      type: kind.value === "group" ? "group" : "supergroup", is_forum: kind.value === "forum",
    });
    await refreshWorld();
    opened(group?.id);
  }, say("create"));
}

export function newTopicForm(host, groupId, opened) {
  const name = el("input", { required: true, maxlength: 128, dir: "auto" });
  formSheet(host, say("newTopic"), [field(say("topicName"), name)], async () => {
    const topic = await door.addTopic(groupId, name.value);
    await refreshWorld();
    opened?.(topic.message_thread_id);
  }, say("create"));
}

export function groupSheet(host, groupId, personId, { moved, topic }) {
  openSheet(host, say("groupInfo"), (sheet) => {
    const problem = el("p", { class: "problem", role: "alert" });
    async function run(act, after) {
      problem.textContent = "";
      try {
        const answer = await act();
        await refreshWorld();
        if (after) after(answer);
        else draw();
      } catch (error) {
        problem.textContent = say("failed", error.message || say("serverAway"));
      }
    }
    const button = (words, act, className = "plain") => el("button", { type: "button", class: `${className} tight`, text: words, onclick: act });
    const change = (who, act) => run(() => door.changeMember(groupId, personId, who, act));

    function memberRow(id) {
      const who = world.person(id) || world.bot(id);
      const bot = Boolean(world.bot(id));
      const admin = world.group(groupId)?.admins?.includes(id);
      return el("div", { class: "member" }, avatar(id, fullName(who)),
        el("div", { class: "member-words" }, el("bdi", { text: who ? fullName(who) : id }), bot && el("span", { class: "faint", text: ` ${say("bot")}` }), admin && el("span", { class: "faint", text: ` · ${say("admin")}` })),
        id === personId
          ? button(say("leave"), () => change(id, "remove"), "plain danger")
          : el("details", { class: "member-more", open: bot },
            el("summary", { class: "plain tight", "aria-label": `${say("more")}：${who ? fullName(who) : id}`, text: say("more") }),
            el("div", { class: "member-acts" },
              !admin && button(say("promote"), () => change(id, "promote")),
              button(say("demote"), () => change(id, "demote")),
              button(say("mute"), () => change(id, "mute")),
              button(say("remove"), () => change(id, "remove"), "plain danger"))));
    }

    function draw() {
      const group = world.group(groupId);
      if (!group) { sheet.close(); return; }
      const others = [...world.bots, ...world.people].filter((one) => !group.members.includes(one.id));
      const adding = choice(others.map((one) => [one.id, fullName(one) + (one.is_bot ? `（${say("bot")}）` : "")]), others[0]?.id, { "aria-label": say("addMore") });
      fill(sheet.body,
        el("p", { class: "faint" }, el("bdi", { text: group.title }), ` · ${say(group.type === "group" ? "group" : group.is_forum ? "forum" : "supergroup")} · ID ${group.id}`),
        problem,
        el("div", { class: "members" }, [...world.bots.map(({ id }) => id).filter((id) => group.members.includes(id)), ...group.members.filter((id) => !world.bot(id))].map(memberRow)),
        others.length > 0 && el("div", { class: "inline-form" }, adding, button(say("addToGroup"), () => change(Number(adding.value), "add"), "main")),
        el("div", { class: "form-end" },
          group.is_forum && button(say("newTopic"), () => { sheet.close(); newTopicForm(host, groupId, topic); }),
          group.type === "group" && button(say("upgrade"), () => run(() => door.upgradeGroup(groupId), (answer) => { sheet.close(); moved(answer.new_id); }))));
    }
    draw();
  });
}
