# Qianshao in English. Keys and values as in zh_Hans.ftl.

### Buttons

button-emergency = Emergency
button-report = Report incident
button-hazard = Report hazard
button-my-reports = My reports
button-own-village = My village
button-share-location = Share location
button-share-phone = Share my phone number
button-submit = Submit
button-edit = Edit
button-back = Back
button-skip = Skip
button-cancel = Cancel
button-continue = Continue
button-discard = Discard
button-yes = Yes
button-none = None
button-unknown = Unknown
button-acknowledge = Acknowledge
button-refer = Refer
button-ask = Ask
button-false-alarm = False alarm
button-false-sure = Yes, a false alarm
button-received = Received
button-can-attend = Can attend
button-cannot-attend = Cannot attend
button-sign-in = Sign in
button-approve = Approve
button-return = Return
button-publish = Publish
button-more = More
button-classes = The four classes
button-usual = Most usual
button-done = Done
button-subscribe = Subscribe
button-unsubscribe = Unsubscribe
button-bind-city = Whole district: { $name }
button-bind-town = One town
button-bind-department = A department
button-not-a-report = Not a report
button-add-to = Add to { $number }

placeholder-officer = Tap a button, or just write
placeholder-place = Village, place, road…
placeholder-asking = Your question
placeholder-referring = To whom, which department
placeholder-false-alarm = The reason

### Small words

list-comma = ,{ " " }
value-open = to be confirmed
value-unknown = unknown
value-about = about { $number }
value-at-least = at least { $number }
value-at-most = at most { $number }
value-about-time = about { $time } ({ $raw })
value-files = { $number } file(s)
span-minutes = { $minutes } min
span-hours = { $hours } h { $minutes } min
span-days = { $days } d { $hours } h
rank = , post { $rank }
post = { $role }{ $rank }, { $area }

role-officer = information officer
role-officer-rank = officer, post { $rank }
role-head = head of the village
role-duty = duty officer
role-leader = leader on duty
role-approver = approver
role-admin = administrator
role-department = department contact
role-department-of = contact of { $function }

class-natural = Natural disaster
class-accident = Accident
class-health = Public health
class-social = Public security

### Welcome, enrolment, language

home-officer =
    { $name }, you are the emergency information officer{ $rank } of <b>{ $area }</b>.

    <b>Emergency</b>: sent in three taps
    <b>Report incident</b>: step by step
    <b>Report hazard</b>: cracks, flooding, unsafe houses…
    <b>Report early sign</b>: disputes, unpaid wages, a planned gathering…
    Or simply write to me what is happening.
home-duty =
    { $name }, your posts: { $posts }.
    Reports from the villages go to the duty group; when it is your turn you get them here too. /cases shows them, /help explains.
home-department =
    { $name }, your posts: { $posts }.
    What is referred or assigned to your office comes here: tap <b>Accept</b> or <b>Refuse</b>. Keep the sound on. /help explains.
home-approver =
    { $name }, your posts: { $posts }.
    Public alerts that need a second person come here: tap <b>Approve</b> or <b>Return</b>. Keep the sound on. /alert drafts one, /help explains.
home-head =
    { $name }, your post: { $posts }.
    When a call is answered by neither the A nor the B officer, you are called. Keep the sound on here, and tap the button.
home-admin =
    { $name }, you are an administrator.
    Add me to a duty group and send /bind there; <code>python -m bot invite</code> makes invitation links. /help explains.
home-stranger =
    Hello { $name }. This is Qianshao, the village's line to the duty room.
    Information officers: open the invitation link from your administrator. Residents can subscribe to public alerts and tell their village's officer something (not an emergency line).

    <b>If anyone is in danger, call 110, 119 or 120 now.</b>
invitation-welcome = { $name }, you are enrolled: <b>{ $post }</b>.
invitation-again = { $name }, you are enrolled already: <b>{ $post }</b>.
invitation-used = Somebody else has used this invitation. Each link is for one person; please ask your administrator for another.
invitation-expired = This invitation has expired. Please ask your administrator for a new one.
invitation-unknown = There is no such invitation. Please open the link from your administrator itself; a forwarded one may be cut.
ask-phone = Leave your phone number, so that the duty room can call you with one tap. Only duty staff see it.
phone-kept = Your number is noted.
phone-skipped = No number noted; you can send it any time.
phone-not-own = That is not your own number. Please use the button below.
choose-language = 选择语言 · 選擇語言 · Choose a language
language-changed = From now on in English.
start-in-group = In a group I do duty only: /bind chooses the town, /cases lists the cases, /help explains. To report, write to me in private.
added-to-group = Here I am. An administrator now sends /bind in this group to choose its town.
back-in-group = I am back; this is still the duty group of <b>{ $area }</b>.
nothing-to-cancel = There is nothing to cancel.
not-reported = All right. Nothing was reported.
no-such-command = There is no command { $command }. See /help.
cancelled = Cancelled.
officers-only = Only enrolled information officers can report. Please open the invitation link from your administrator; if anyone is in danger call 110, 119 or 120.

help-officer =
    <b>For information officers</b>
    · <b>Emergency</b>: choose a category, say whether anyone is hurt or trapped, and it is sent. Left alone for 60 seconds after the category, it is sent by itself.
    · <b>Report incident</b>, <b>Report hazard</b>, <b>Report early sign</b>: step by step; back, skip, cancel everywhere.
    · A villager has phoned you: /behalf, or 有村民打电话来说 ….
    · Afterwards you can add figures, photos, videos, voice, your location: whatever you send joins the report.
    · When the duty room asks something, reply to that message.
    · <b>My reports</b> shows who took them. /language changes the language, /cancel stops what you are doing.
    <b>If anyone is in danger call 110, 119 or 120 first: I do not call for you.</b>
help-leader =
    <b>For leaders</b>
    · A report that nobody has taken comes here. <b>Acknowledge</b>: in your name, stops further calls. Everything else is behind <b>More actions</b>: assign, raise or lower, on-scene command, grade.
    · /pulse: your situation brief, when it comes, or now. /copies: which reports come here while you are on duty.
    · /cases lists cases, /duty who is on, /log who did what.
    · /alert drafts a public alert; those of others come here: <b>Approve</b> or <b>Return</b>. /call calls every village, /broadcast writes to officers, /drill plans a drill, /zero switches zero reports.
    · /language changes the language, /cancel stops what you are doing.
help-department =
    <b>For offices</b>
    · What is referred or assigned to your office comes here. <b>Accept</b>: in your name. <b>Refuse</b>: with a reason, it goes back. Without an answer in time it goes back too.
    · Once accepted, tick what is done on the card's <b>Checklist</b>.
    · /language changes the language, /cancel stops what you are doing.
help-approver =
    <b>For approvers</b>
    · Public alerts to approve come here. Look with 👀 at each language, then <b>Approve</b>, or <b>Return</b> with a reason. Your own drafts need somebody else.
    · After approval somebody must still tap <b>Publish</b>; only then do residents get it.
    · /alert drafts one, /why tells why somebody did not get one. /language changes the language, /cancel stops what you are doing.
help-head =
    <b>For heads of villages</b>
    · When neither the A nor the B officer answers a call, you are called: tap <b>Received</b>, and <b>At my post</b> when you are there.
    · /poster makes your village's poster with its QR code. /language changes the language, /cancel stops what you are doing.
help-duty =
    <b>For the duty group</b>
    · A report comes as a card. <b>Acknowledge</b>: in your name, stops further calls. <b>Ask</b>: asks the officer, others go on being called. <b>Refer</b>: another office must accept or refuse. <b>False alarm</b>: duty officers only, with a reason and a second tap.
    · If nobody acknowledges, I call again, then the district, then the leader on duty, until somebody does.
    · /cases lists recent cases, /drill plans a drill, /broadcast writes to officers, /call calls every village until each answers, /behalf for callers, /code, /zero switches zero reports, /alert drafts a public alert.
    · /duty tells who is on, /roster is the rota and the handover, /copies chooses which reports also come to you in private.
    · What you reply to a card stays in the group; to ask the officer, tap Ask.
help-admin =
    <b>For administrators</b>
    · Add me to a duty group and send /bind there: choose the town or the whole district. To change it, send it again.
    · <code>python -m bot invite</code> makes invitation links for officers, duty staff, leaders and approvers.
    · I write to you when a group is lost, when there is nobody to call, or when a message cannot be handled.
    · /cases lists recent reports, /drill plans a drill, /broadcast writes to officers, /call calls every village until each answers, /alert drafts a public alert, /policy changes who is called when, /roster is the rota, /log tells who did what, /language changes the language.
help-resident =
    <b>For residents</b>
    · /subscribe to public alerts for your area, /unsubscribe.
    · /tip tells your village's officer something (no emergency call, and not the duty room).
    · /real tells whether a warning is true, /shelter finds the nearest shelters.
    · /language changes the language.
    <b>If anyone is in danger, call 110, 119 or 120 now.</b>

### Binding a group

bind-admins-only = Only an administrator of Qianshao can bind a group (speak as yourself, not anonymously).
bind-in-group = Please add me to the duty group and send /bind there.
bind-no-such-town = There is no “{ $typed }”.
bind-tier = What is this group on duty for?
bind-now = Bound now to: { $area }.
bind-towns = Choose the town:
bind-departments = A department of which area?
bind-functions = Which department of { $area }?
bound-function = Done: this group is the department <b>{ $function }</b> of <b>{ $area }</b>. It is called for its own cases; /cases shows only those.
bound-city = Done: this is the duty group of <b>{ $area }</b>.{ $topic ->
    [yes] { " " }Cards come to this topic.
   *[no] { "" }
 }
bound-town = Done: this is the duty group of <b>{ $area }</b>.{ $topic ->
    [yes] { " " }Cards come to this topic.
   *[no] { "" }
 }

### The guided form

form-step = { $form } · { $number }/{ $total }
form-prompt = <b>{ $prompt }</b>
form-hint = <i>{ $hint }</i>
form-now = The answer now: { $value }
form-which = Which one do you mean?
summary-title = <b>{ $form } · please check</b>
summary-line = { $label }: { $value }
summary-ask =
    If all is right tap <b>Submit</b>; to change an answer tap it.
draft-found = There is an unfinished <b>{ $form }</b> ({ $answered } answers).
draft-dropped = Cancelled. Nothing was reported.
draft-waiting = There is an unfinished <b>{ $form }</b> from before ({ $answered } answered). Go on with it?
sending = Sent. Its number is coming.
place-left = OK, go on.
noted-file = 📎 Got it. It goes out with the report.
noted-words = 📝 Noted. It goes out with the report.
noted-answer = { $label }: { $value }
noted-skipped = { $label }: to be confirmed

### What was wrong

fault-answer-misfit = That answer does not fit this question; please choose again.
fault-answer-needed = This one cannot be skipped; please choose or type an answer.
fault-button-due = “{ $text }” was not understood. Please tap a button below.
fault-category-not-found = No category found for “{ $text }”. Tap a button below, or try another word, such as: fire, landslide, flood.
fault-choice-unknown = There is no such choice; please tap a button below.
fault-count-not-understood = “{ $text }” was not understood as a number. Type one, such as { $example }, or “none”, or “unknown”.
fault-count-too-large = That number is too large (at most { $max }); please type it again.
fault-media-due = Please send a photo, video or voice message, or tap “Skip”.
fault-media-not-due = A file came, but this question is about something else.
fault-media-too-many = At most { $max } files; the ones before are kept.
fault-question-over = That question is over; please look at the newest message.
fault-text-empty = No text came; please write a sentence or two.
fault-time-future = “{ $text }” is still to come. Type a time in the past, such as { $example }.
fault-time-impossible = There is no time “{ $text }”. Please type it again, such as { $example }.
fault-time-not-understood = “{ $text }” was not understood as a time. Type it like { $example }, “yesterday 21:00” or “half an hour ago”.
fault-too-long = Too long: { $length } characters, at most { $max }. Send it in two parts; more can be added later.
fault-summary-button-due = Please tap a button below: submit, or the answer to change.
fault-outside-city = That location is outside the district and was not used. Send it again, or type the village or place.
fault-not-usable = I cannot use this kind of message. Please send text, photos, videos, voice or a location.
fault-not-your-report = This is not your report, so you cannot add to it.

tap-no-draft = That form is finished. To report, use the buttons below.
tap-stale = That button is out of date; please look at the newest message.
tap-no-right = You do not have the right to do this.
tap-case-no-right = You do not have the right to do this. Ask the duty officer or the leader on duty.
tap-not-understood = That button no longer works. /help explains.
tap-case-gone = There is no such case any more.
tap-over-open = { $number } does not take this step now.
tap-over-acknowledged = { $number } was acknowledged by { $by }.
tap-over-referred = { $number } was referred by { $by }.
tap-over-false-alarm = { $number } was called a false alarm by { $by }.
tap-over-closed = { $number } is closed.
words-please = Please answer in words. To stop, send /cancel.
edit-noted = ✏️ Your edit is noted on the timeline of { $number }; the report itself stays. To correct it, send me what is right.
edit-changes-nothing = Editing a message does not change the report. To correct it, send me what is right.
sorry-fault = Something went wrong here, reference <code>{ $reference }</code>; the administrator has been told. Please try again; in an emergency call the duty room, or 110, 119, 120.

### The card in the duty room

card-title-incident = { $mark } <b>{ $priority } incident { $number }</b>
card-title-hazard = { $mark } <b>{ $priority } hazard { $number }</b>
card-category = <b>{ $value }</b>
card-place = 📍 { $value }
card-map-pin = 🗺 <a href="{ $url }">Map (location shared)</a>
card-map-area = 🗺 <a href="{ $url }">Map (the town, not the scene)</a>
card-time = 🕒 Happened: { $value }
card-harm-yes = <b>Somebody is hurt or trapped</b>
card-harm-none = Nobody hurt or trapped (says the officer)
card-harm-unknown = Anyone hurt or trapped: <b>unknown</b>
figure-dead = dead { $value }
figure-missing = missing { $value }
figure-injured-serious = seriously hurt { $value }
figure-injured-minor = slightly hurt { $value }
figure-trapped = trapped { $value }
figure-threatened-households = households threatened { $value }
figure-threatened-people = people threatened { $value }
card-what-happened = What happened: { $value }
card-what-done = Done so far: { $value }
card-description = Situation: { $value }
card-signs = Signs: { $value }
card-evidence = 📎 { $number } file(s), below
card-lead = Lead: { $value }
card-reporter = 👤 { $name } ({ $role }) { $phone }
card-no-phone = no phone given
card-missing = To be confirmed: { $value }
card-elapsed = ⏱ reported { $at }, { $span } ago
card-open = ❗ <b>Nobody has acknowledged</b>
card-acknowledged = ✅ acknowledged by <b>{ $by }</b> at { $at }
card-referred = ↪️ referred by <b>{ $by }</b> at { $at }: { $note }
card-false-alarm = ⭕ called a false alarm by <b>{ $by }</b> at { $at }: { $note }
card-closed = ☑️ closed by <b>{ $by }</b> at { $at } { $note }
again-title =
    { $mark } <b>Nobody has acknowledged for { $span }</b>: { $number }
    { $category } · { $place }
again-settled = { $mark } { $number } { $category } · { $place }
evidence = { $number } { $text }
evidence-forwarded = { $number } [forwarded, not an original] { $text }

toast-acknowledged = { $number } is yours; the officer is being told.
type-asking = { $name }, please <b>reply to this message</b> with your question to the officer of { $number }.
type-referring = { $name }, please <b>reply to this message</b>: to whom was { $number } referred?
type-false-alarm = { $name }, please <b>reply to this message</b>: why is { $number } a false alarm?
question-sent = Your question has gone to the officer of { $number }. The answer comes under the card.
question-sent-climbing = Your question has gone to the officer of { $number }. Nobody has taken it yet: the calls go on.
referral-done = { $number } is noted as referred.
false-alarm-done = { $number } is now a false alarm; the report itself is kept.
false-alarm-sure =
    Reason: { $reason }
    Is it really a false alarm? Nobody will be called after this.

### What the officer hears

receipt-title = ✅ Reported, number <b>{ $number }</b>
receipt-what = { $category } · { $place }
receipt-called = Calling: { $names }
receipt-nobody-called = ⚠️ <b>No duty group could be reached; the administrators have been told. Call the duty room now.</b>
receipt-complete = Nothing is missing. Photos or changes: just send them to me.
supplement-question = <b>{ $prompt }</b> { $hint }
supplement-hint-count = Tap one, or type a number.
supplement-hint-text = A sentence or two.
supplement-hint-place = Share your location, or type where.
supplement-hint-time = Type a time, such as: just now, half an hour ago, 14:30.
supplement-hint-media = Send photos, videos or voice.
supplement-hint-choice = Tap one.
supplement-hint-multi-choice = Tap one, or type it.
supplement-hint-harm = Tap one.
supplement-hint-category = Tap one.
supplement-next =
    { $number } noted: { $noted }

    { $question }
supplement-complete =
    { $number } noted: { $noted }
    Nothing more to ask. If anything changes, send it to me.
evidence-kept = 📎 Added to { $number }; the duty group can see it.
note-kept = Added to { $number }; the duty group's card is up to date.
told-acknowledged = ✅ { $number }: <b>{ $by }</b> has acknowledged.{ $phone }
told-referred = ↪️ { $number }: <b>{ $by }</b> has referred it: { $note }
told-false-alarm = ⭕ { $number }: <b>{ $by }</b> called it a false alarm: { $note }. If that is wrong, report it again now.
told-closed = ☑️ { $number }: closed by <b>{ $by }</b>.
question =
    ❓ { $number }: <b>{ $by }</b> of the duty room asks:
    { $text }

    Please reply to this message (text, photo, voice or location).
answer-sent = Your answer has gone to { $by } ({ $number }).
officers-answer =
    💬 { $number } <b>{ $by }</b> answers “{ $question }”:
    { $text }
answer-file = see the file
answer-pin = see the location
heard-words = Received: “{ $text }”
heard-files = 📎 Files: { $number }
heard-place = 📍 Location
what-is-it = Is this a report? Choose one; what you sent goes into it.

cases-none = There are no reports yet.
cases-not-yours = Reports are seen by officers and duty staff only. See /help.
state-open = ❗ not acknowledged
state-acknowledged = acknowledged by { $by }
state-referred = referred by { $by }
state-false-alarm = false alarm
state-closed = closed
state-drill = drill
state-withdrawn = withdrawn

## /cases: finding, and the timeline

cases-open-title = <b>Reports</b> ({ $open } open)
cases-found = 🔎 “{ $query }” ({ $open } open)
cases-not-found = Nothing found for “{ $query }”. Try other words, such as /cases 派潭 landslide
cases-page = Page { $page }
cases-hint = 🔎 To find one: /cases and a number, a place or a word, such as /cases 派潭 landslide
cases-entry =
    { $mark } <b>{ $number }</b> { $place } { $category }
    　{ $at } { $state }{ $clocks }
cases-elapsed = { $span } ago
cases-follow-up = follow-up
cases-clock-left = { $name } in { $span }
cases-clock-over = { $name } overdue { $span }
case-not-yours = This report is not yours to see, or is not there any more.
button-all-cases = All reports
button-earlier-page = « Previous page
button-later-page = Next page »
button-timeline = Timeline
button-to-list = « Back to the list
button-to-case = « Back to the report
button-earlier = « Earlier
button-later = Later »
timeline-title = <b>Timeline of { $number }</b>
timeline-page = Page { $page } of { $pages }
timeline-line = <b>{ $at }</b> { $what }
timeline-erased = (erased as the law asks)
timeline-program = the program
timeline-note = : { $text }
timeline-reported = Reported by { $by }{ $note }
timeline-called = Called: { $names }
timeline-called-again = Called: { $names }, { $times } times, last at { $until }
timeline-nobody-called = There was nobody to call
timeline-acknowledged = ✅ Acknowledged by { $by }{ $note }
timeline-referred = ➡️ Referred by { $by }{ $note }
timeline-false-alarm = Called a false alarm by { $by }{ $note }
timeline-closed = Closed by { $by }{ $note }
timeline-asked = ❓ { $by } asked{ $note }
timeline-answered = 💬 { $by } answered: { $text }
timeline-located = 📍 { $by } sent the place { $pin }
timeline-located-forwarded = 📍 { $by } forwarded the place { $pin } (not original)
timeline-edited = ✏️ { $by } edited a message in Telegram (the report stays){ $note }
timeline-not-delivered = ⚠️ Not delivered to { $to } ({ $reason })
timeline-kind = { $number } { $kind ->
    [photo] photo(s)
    [video] video(s)
    [video_note] video(s)
    [animation] animation(s)
    [voice] voice message(s)
    [audio] recording(s)
   *[other] file(s)
 }
timeline-files = 📎 { $by } sent { $files }
timeline-marks = { " " }({ $marks })
timeline-files-forwarded = { $number } forwarded, not original
timeline-files-kept = { $number } stored
timeline-files-big = { $number } too large, with Telegram only
timeline-files-gone = { $number } could not be fetched
timeline-changed = { $kind } by { $by }: { $changes }
timeline-semicolon = { "; " }
timeline-new = { $label }: { $after }
timeline-delta = { $label } { $before } → { $after }
timeline-other = { $by }: { $verb }
timeline-verb-graded = Grade confirmed by { $by }{ $note }
timeline-verb-nudged = Follow-up asked for
timeline-verb-no-change = { $by }: no change
timeline-verb-controlled = { $by }: under control{ $note }
timeline-verb-not-controlled = { $by }: not under control after all
timeline-verb-from-tip = From a resident's tip
timeline-verb-text-made = Text made by { $by }
timeline-verb-time-over = Overdue, reason asked for{ $note }
timeline-verb-reason-given = { $by } gave the reason for the delay{ $note }
timeline-verb-phoned = { $by } reported by telephone{ $note }
timeline-verb-reopened = Reopened by { $by }{ $note }
timeline-verb-withdrawal-asked = { $by } asks to withdraw it{ $note }
timeline-verb-withdrawn = Withdrawn by { $by }{ $note }
timeline-verb-moved = Place changed by { $by }
timeline-verb-triaged = Read by { $by }{ $note }
timeline-verb-erased = Erased as the law asks{ $note }

### Alarms for administrators

alarm-group-lost = ⚠️ The duty group “{ $group }” cannot be reached ({ $reason ->
    [removed_from_group] I was removed from it
    [no_rights] I may not write there
   *[other] { $reason }
 }). { $open } open report(s) climb at once. Please add me again and let me write.
alarm-set-aside = ⚠️ An update could not be handled and was set aside: { $update }, reference <code>{ $reference }</code>. Please see the log.
alarm-nobody-to-call = 🆘 <b>Nobody at all can be called for { $number }</b>: no duty group or leader is enrolled or reachable. Please act now.

### Commands
command-start = Start, or take up another role
command-report = Report an incident
command-hazard = Report a hazard
command-cases = My reports, cases of this area
command-duty = Duty: who is on, who cannot be reached
command-drill = Organise a drill
command-broadcast = Send a notice to officers
command-alert = Draft a public alert
command-subscribe = Subscribe to alerts
command-unsubscribe = Unsubscribe from alerts
command-language = Language / 换语言 / 轉換語言
command-help = How it works
command-cancel = Cancel what I am filling in
command-bind = Make this the duty group

### Broadcasts

button-preview = Preview
button-silent-list = Not received
button-send-held = Send again
placeholder-text = Write the text
areas-chosen = Chosen: <b>{ $names }</b>
areas-unknown = There is no “{ $name }” here, or it is not yours.
areas-which = There are several “{ $name }”. Which one?
areas-none = Choose the areas first.
areas-whole-city = Whole district
areas-whole-town = All of { $name }
areas-villages = Villages…
areas-towns = ‹ Towns
edit-which = What do you want to change?
held-sent = Sent again: { $number }.
held-none = There is nothing to send again.
fates-lost = Not delivered: { $reasons }
fates-held = ⚠️ { $number } copies may or may not have arrived; they were not repeated. To send them once more tap <b>Send again</b>.
unsent-blocked = blocked the bot
unsent-deactivated = account deleted
unsent-never-started = never opened the bot
unsent-chat-not-found = chat not found
unsent-expired = expired before it was sent
unsent-refused = refused by Telegram
unsent-telegram-away = Telegram away
unsent-not-worded = text faulty
unsent-bad-markup = markup faulty
unsent-fate-unknown = unknown whether delivered

broadcast-no-right = Only duty members, leaders and administrators may broadcast: in their bound duty group, or to me in private.
broadcast-not-writing = You are not writing a broadcast now. Send /broadcast.
broadcast-where = <b>Broadcast to officers</b>: where to? Tap one or several, or write the names of towns and villages.
broadcast-write = To the officers of <b>{ $names }</b>. Write the text:
broadcast-write-reply = To the officers of <b>{ $names }</b>. Reply to the message below with the text.
broadcast-reply-here = { $name }, please <b>reply to this message</b> with the text (“Back” and “Cancel” work too).
broadcast-kept = As it was: { $text }
broadcast-preview = 👀 <b>Preview</b>: to the officers of { $names }, <b>{ $number }</b> in all. If it is right, tap <b>Publish</b>.
broadcast-not-reached = Of these cannot be reached now: { $reasons }
broadcast-edit-areas = Areas
broadcast-edit-text = Text
broadcast-published = Published. The card below shows who has received it.
broadcast-title = 📣 <b>{ $sender }: notice</b>
broadcast-signed = — { $by } { $at }
broadcast-got = ✅ You answered “Received” at { $at }
broadcast-received-done = Noted as received ({ $at }).
broadcast-received-again = You have answered already, at { $at }.
broadcast-not-addressed = This broadcast was not sent to you; you need not answer.
broadcast-gone = This broadcast is not there any more.
broadcast-card-title = 📣 <b>Broadcast</b> { $names } · { $at }
broadcast-card = Received <b>{ $received }/{ $total }</b>
broadcast-card-all = ✅ Received <b>{ $received }/{ $total }</b>: everybody
broadcast-silent = Not yet: { $names }
broadcast-sending = { $number } still being sent
broadcast-silent-title = <b>{ $number } have not answered</b>
broadcast-silent-entry = { $area } { $name } { $phone }{ $why }
broadcast-silent-more = { $number } more.
broadcast-nobody-silent = Everybody has received it.

### 叫应: a call that each person must answer

command-call = Call every village until each one answers
button-call-here = 📍 On post
button-call-moving = People are moving
button-call-none = Nobody needs to move
button-call-silent = Who is silent
button-call-phone = Reached by phone
button-call-phoned = ☎️ { $area } reached by phone
button-call-unphone = Take back { $area }
button-call-export = Export table
button-call-end = End the call
button-call-end-sure = Yes, end it
button-call-go-on = Go on calling
button-call-drill = Mark as a drill
button-call-real = Not a drill
call-name = { $level } call
call-name-notice = Call
call-whom-A = A post
call-whom-B = B post
call-whom-head = head of the village
call-whom-town = town told
call-climbed = { $area } ({ $whom })
call-card-title = 📢 <b>Call · { $area }</b> { $mark } <b>{ $name }</b>
call-card-from = — { $sender } { $at }, call { $number }
call-card-answer = 👉 <b>Tap Received now.</b> After { $minutes } min without an answer the next person is called.
call-card-question = ❓ <b>What do you do now? Tap at once.</b> After { $minutes } min without an answer the next person is called.
call-card-wrong = ❌ Not so. It is: <b>{ $right }</b>. Please tap again.
call-card-got = ✅ You answered at { $at }
call-card-tap = ✅ { $by } answered at { $at }. Please tap as well.
call-card-phone = ☎️ Reached by phone at { $at } (noted by { $by }). Please tap as well.
call-card-arrived = 📍 On post since { $at }
call-card-moving = 🚶 People are moving
call-card-none = 🏠 Nobody needs to move
call-card-arrive = 👉 When you are on your post in the village, tap On post.
call-card-people = 👉 Do people need to move? Please tap.
call-card-ended = This call has ended; your answer still counts.
call-board-title = 📢 <b>Call { $number }</b> { $mark } <b>{ $name }</b> · { $names } · { $at }
call-board-count = Answered <b>{ $answered }/{ $total }</b> villages
call-board-all = ✅ Answered <b>{ $answered }/{ $total }</b> villages: all of them
call-board-phone = { $number } of them by phone
call-board-doing = On post { $arrived } · people moving { $moving } · no need to move { $none }
call-board-silent = Silent: { $names }
call-board-without = ⚠️ Of these without an officer: { $names }
call-board-until = Ends at { $at }
call-board-ended = Ended at { $at }
call-board-ended-by = Ended at { $at } ({ $by })
call-nobody-silent = Every village has answered.
call-silent-title = <b>Call { $call }: { $number } villages silent</b> ({ $page }/{ $pages })
call-silent-village = <b>{ $area }</b>
call-silent-person = · { $whom } { $name } { $phone }{ $why }
call-silent-why = { " " }({ $reason })
call-silent-called = { " " }(called { $at })
call-silent-nobody = · nobody is registered: send somebody
call-silent-more = { $number } more villages: see the list of the silent on the card.
call-phone-title = ☎️ <b>Call { $call }</b>: tap the village whose person answered the telephone. Your name is noted.
call-phoned = ✅ Noted: { $area } reached by phone, by { $by }
call-town-title = 📢🔴 <b>{ $number } villages do not answer. Telephone them now</b> (call { $call } { $name })
call-town-do = Reached: tap below. Not reached: send somebody to the door.
call-record-title = 📋 <b>Record of a call</b>
call-record-speed = First answer after { $first }, half within { $half }, the last after { $last }
call-doors-part = 🚪 <b>Doors to knock at: { $number } villages</b>
call-doors-town = { $town }
call-doors-title = 🚪 <b>Doors to knock at: { $number } villages are silent</b> (call { $call } { $name }). Please send somebody.
call-level = <b>Call</b>: which level?
call-kind = What is it about?
call-where = <b>Call</b>: which places? Tap one or several, or write the names of towns and villages.
call-write = Calling <b>{ $names }</b>. Write what they are to do:
call-write-reply = Calling <b>{ $names }</b>. Reply to the message below with what they are to do.
call-reply-here = { $name }, please <b>reply to this message</b> with what they are to do (“Back” and “Cancel” work too).
call-minutes = After how many minutes does it end, with the list of doors?
call-minutes-button = { $number } min
call-preview = 👀 <b>Preview</b>: calling { $names }, <b>{ $villages }</b> villages, <b>{ $people }</b> people. After { $wait } min of silence the next person is called; it ends after { $minutes } min. If it is right, tap <b>Publish</b>.
call-without = ⚠️ { $number } villages without an officer: { $names }. Their head and the town are called at once.
call-asked-back = ❓ Everybody is asked “What do you do now?” The answer: { $right }
call-edit-levels = Level and kind
call-edit-areas = Areas
call-edit-text = Text
call-edit-until = When it ends
call-published = Sent. The card below shows who has answered.
call-end-sure = Call { $call }: { $number } villages have not answered. End it? Nobody else is called then, and the list of doors is made.
call-ended = The call has ended; its record is coming.
call-kept-going = The call goes on.
call-place = Please send your location (you need not).
call-place-kept = Your location is noted.
call-no-right = Only duty members, leaders and administrators may start a call: in their bound duty group, or to me in private.
call-not-writing = You are not writing a call now. Send /call.
call-tap-done = Noted, thank you.
call-tap-wrong = Not so. Read what is written above and tap again.
call-tap-again = Noted already.
call-tap-choose = Please look at the newest message and choose an answer.
call-tap-answer-first = Please answer first.
call-tap-arrive-first = Please tap On post first.
call-tap-not-addressed = You were not called; you need not answer.
call-tap-gone = This call is not there any more.
call-tap-over = This call has ended already.
call-tap-phoned = Noted: { $area } reached by phone
call-tap-undone = Taken back: { $area }; the calling goes on
call-tap-answered = { $area } was answered by { $by }
call-tap-export = The table is coming.
call-export-caption = 📊 Call { $call } { $name }: { $answered }/{ $total } villages answered
call-export-about = Call { $call } { $name } · { $names } · { $at } · { $by }
call-export-file = call-{ $call }
call-export-town = town
call-export-village = village
call-export-answered = answered at
call-export-by = by (phone: noted by)
call-export-how = how
call-export-arrived = on post at
call-export-place = place
call-export-people = people
call-export-called = called at
call-export-tap = button
call-export-phone = phone
alarm-call-no-room = ⚠️ Call { $call }: { $number } villages of { $town } do not answer, and no duty group is bound. Please telephone them now.

### Drills

drill-marker-start = 【演练】 DRILL
drill-marker-end = 【演练】

button-drill-own = In my own words
button-drill-whole-city = Whole district ({ $area })
button-drill-whole-town = Whole town ({ $area })
button-drill-whole-street = Whole sub-district ({ $area })
button-drill-today = Today
button-drill-tomorrow = Tomorrow
button-drill-day-after = The day after
button-drill-week = Same day next week
button-drill-half-day = Half a day
button-drill-start = Start now
button-drill-end = End early
button-drill-cancel = Cancel the drill
button-drill-resend = Send { $count } again
button-drill-start-sure = Yes, start
button-drill-end-sure = Yes, end it
button-drill-cancel-sure = Yes, cancel the drill
placeholder-drill = What is the drill?

drill-kind-field = field exercise
drill-kind-tabletop = table-top
drill-label-name = What
drill-label-kind = Form
drill-label-where = Areas
drill-label-place = Gathering place
drill-label-when = When
drill-label-length = How long
drill-weekday-0 = Mon
drill-weekday-1 = Tue
drill-weekday-2 = Wed
drill-weekday-3 = Thu
drill-weekday-4 = Fri
drill-weekday-5 = Sat
drill-weekday-6 = Sun
drill-moment = { $date } ({ $weekday }) { $time }
drill-minutes = { $minutes } min
drill-hours = { $hours } h
drill-days = { $days } d
drill-rank = { " " }(post { $rank })
drill-whole-area = { $area } (all)
drill-list-more = { $names }… { $count } in all
drill-example = { $year }-{ $month }-{ $day } 10:00

drill-step = Planning · { $number }/{ $total }
drill-ask-name = <b>What is the drill?</b> Tap one, or type your own.
drill-ask-kind = <b>Which form?</b>
drill-ask-where = <b>Which places take part?</b> Choose several or type village names, then tap “Done”.
drill-ask-place = <b>Where do people gather?</b> Type the place, or tap “Skip”.
drill-ask-when = <b>When does it start?</b> Tap a day, or type it, such as 2026-05-12 10:00.
drill-ask-hour = <b>At what time on { $day }?</b> Tap one, or type it, such as 10:30.
drill-ask-length = <b>How long?</b> Tap one, or type minutes.
drill-hint-reply = <i>To type in a group, reply to this message.</i>
drill-chosen = Chosen: { $areas }
drill-type-name = { $name }, please <b>reply to this message</b>: what is the drill?
drill-summary-title = <b>Planning · please check</b>
drill-audience = { $officers } officer(s) will be invited; { $without } village(s) have none.
drill-audience-all = { $officers } officer(s) will be invited.
drill-summary-ask = If all is right tap <b>Publish</b>; officers are invited at once.
drill-change-ask = Which answer?
drill-found = There is an unfinished plan.
drill-dropped = Cancelled; nothing was planned.
drill-published = Published, number { $id }; officers are being invited.

drill-fault-empty = No text came; please type it.
drill-fault-text = Words are needed here; please type them or tap a button.
drill-fault-button = Please tap a button below.
drill-fault-too-long = Too long: { $length } characters, at most { $max }.
drill-fault-no-area = “{ $text }” was not found; please type it again or tap a button.
drill-fault-outside = “{ $text }” is outside your area.
drill-fault-choose-area = Please choose at least one place.
drill-fault-time-past = “{ $text }” is over. Type a time to come, such as { $example }.
drill-fault-time-over = The start has passed; please change it, such as { $example }.
drill-fault-time-impossible = There is no time “{ $text }”. Please type it again, such as { $example }.
drill-fault-time-unreadable = “{ $text }” was not understood as a time. Type it like { $example }.
drill-fault-time-far = “{ $text }” is too far away; a time within a year please, such as { $example }.
drill-fault-length = “{ $text }” was not understood as a length. Type it like 90 min or 2 h.
drill-fault-length-limits = At least { $min } minutes, at most { $days } days; please type it again.
drill-fault-nobody = No officer is enrolled in these places, so there is nobody to invite.
drill-fault-no-right = You cannot plan a drill in these places.

drill-bind-first = This group is not bound to a town yet. An administrator sends /bind first.
drill-no-right = Drills are planned in duty groups, by duty officers or by administrators.
drill-tap-stale = That button is out of date; please look at the newest message.
drill-tap-not-yours = Somebody else is planning this drill, or it is planned already.
drill-tap-no-right = Only the organiser or a duty officer can do this.
drill-tap-gone = There is no such drill any more.
drill-tap-over = This drill is over, thank you.
drill-tap-cancelled = This drill was cancelled.
drill-tap-not-now = This drill does not take that step now.
drill-tap-not-invited = You are not invited to this drill.
drill-tap-not-yet = It has not begun; you will be asked to sign in.
drill-tap-signed-already = You have signed in already.
drill-tap-again = Noted already; you can change it any time.
drill-tap-can = Noted: you can attend.
drill-tap-cannot = Noted: you cannot attend.
drill-tap-signed = Signed in.
drill-tap-resent = Sending again.
drill-start-sure = Start “{ $name }” now? Officers are asked to sign in at once.
drill-end-sure = End “{ $name }” now? Nobody can sign in after that.
drill-cancel-sure = Cancel “{ $name }”? Everybody invited will be told.
drill-kept = Nothing was changed.
drill-start-done = The drill has begun.
drill-end-done = The drill is over.
drill-cancel-done = The drill is cancelled; everybody invited is being told.

drill-line-name = <b>{ $name }</b> ({ $kind })
drill-line-when = 🕒 { $when }
drill-line-where = 📍 { $areas }
drill-line-place = 🚩 Gather: { $place }
drill-line-organiser = Organiser: { $by }
drill-invitation = { $organiser } invites you to a drill. Please answer:
drill-reminder = The drill starts in { $left }:
drill-sign-in = ✍️ <b>The drill has begun. Please sign in:</b>
drill-you-can = ✅ You said: can attend (you may change it)
drill-you-cannot = ❌ You said: cannot attend (you may change it)
drill-you-signed-in = ✅ You signed in at { $at }
drill-thanks = “{ $name }” is over. Thank you.
drill-thanks-signed-in = “{ $name }” is over. Thank you for taking part.
drill-cancelled = ⭕ The drill is cancelled ({ $by }); no need to come:
drill-cut-off = ⛔ <b>The drill is stopped</b> ({ $by }). Report real danger as always:

drill-card-title = <b>Drill { $id }</b>
drill-record-title = 📋 <b>Record of drill { $id }</b>
drill-record-list = 📋 <b>Drill { $id }: signed in { $page }/{ $pages }</b>
drill-record-line = { $at } { $who }
drill-state-planned = ⏳ not begun
drill-state-running = ▶️ <b>under way</b>
drill-state-ended = ☑️ ended { $at }
drill-state-ended-early = ☑️ ended early by { $by } at { $at }
drill-state-cancelled = ⭕ cancelled by { $by } at { $at }
drill-card-answers = Invited { $invited }: can { $can }, cannot { $cannot }, no answer { $unanswered }
drill-card-unreachable = ⚠️ not reached { $count }: { $names }
drill-card-signed-in = ✍️ signed in { $count }/{ $invited }
drill-card-missing = Villages where nobody has signed in { $count }/{ $villages }: { $names }
drill-card-held = ❔ { $count } message(s) may or may not have arrived
drill-unreachable-one = { $who }: { $reason }
drill-reason-blocked = blocked the bot
drill-reason-deactivated = account deleted
drill-reason-never-started = never opened the bot
drill-reason-chat-not-found = account not found
drill-reason-other = could not be sent

### Alerts

kind-weather = Weather
kind-flood = Flood
kind-geological = Landslide
kind-fire = Fire
kind-health = Health
kind-traffic = Traffic
kind-utility = Utilities
kind-other = Other
signal-typhoon = Typhoon
signal-rainstorm = Rainstorm
signal-thunder-gale = Thunderstorm gale
signal-heat = Heat
signal-cold = Cold
signal-fog = Fog
signal-haze = Haze
signal-icy-road = Icy road
signal-hail = Hail
signal-forest-fire = Forest fire danger
level-notice = Notice
level-white = White
level-blue = Blue
level-yellow = Yellow
level-orange = Orange
level-red = Red
alert-name = { $what }: { $level } warning
alert-name-notice = { $what }: { $level }
alert-title = { $mark } <b>{ $title }</b>
alert-area = 📍 { $names }
alert-source = 📢 Issued by { $issuer } at { $at }, relayed here at { $published }
alert-source-own = 📢 Issued by the emergency duty office of { $name } at { $at }
alert-valid = 🕒 Valid until { $until }
alert-original = <i>The original, in Chinese:</i>
alert-what-to-do = <b>What to do</b>
alert-no-right = Only duty members, leaders, approvers and administrators may draft an alert: in their bound duty group, or to me in private.
alert-not-drafting = You are not drafting an alert now. Send /alert.
alert-where = <b>Public alert</b>: where to? Tap one or several, or write the names of towns and villages. <b>A circle</b>: send a location, or write 23.41,113.92. <b>A polygon</b>: send a GeoJSON or KML file. <b>To relay an official warning</b>, paste its whole text.
alert-step = Public alert · { $number }/{ $total }
alert-ask-kind = <b>Which kind?</b>
alert-ask-event = <b>Which signal?</b>
alert-ask-level = <b>Which level?</b> A colour is only relayed as issued, never decided here.
alert-ask-level-notice = <b>Level</b>: towns and villages issue uncoloured notices only.
alert-ask-issuer = <b>Who issued it?</b> Tap one, or write who.
alert-ask-issued = <b>When was it issued?</b> Tap one, or write the time, such as 16:50.
alert-ask-text = <b>The text</b> (in simplified Chinese, at most 3,000 characters): what will happen, from when, where, what people are to do.
alert-ask-text-in = <b>The text in { $language }</b> (at most 3,000 characters). Without it the reviewed advice and the Chinese original are used.
alert-ask-valid = <b>How long is it valid?</b> From publication. Tap one, or write the hours.
alert-fault-valid = Write a number of hours from 1 to { $max }.
alert-reply-below = Reply to the message below to write.
alert-reply-here = { $name }, please <b>reply to this message</b> (“Back” and “Cancel” work too).
alert-advice-follows = The reviewed advice follows it: <blockquote>{ $advice }</blockquote>
alert-only-advice = Only the reviewed advice
alert-not-typed = Not typed: use the advice
alert-just-now = Just now
alert-minutes-ago = { $number } minutes ago
alert-hours = { $number } h
alert-no-end = Until further notice
alert-preview =
    👆 <b>This is exactly what residents see</b> (the buttons show each language).
    To <b>{ $number }</b> people, in about { $seconds } seconds.
alert-served-advice = ⚠️ { $language }: not typed; the reviewed advice is used, with the Chinese original.
alert-served-fallback = ⚠️ { $language }: not typed; the Chinese original is used.
alert-doubt-colour = ⚠️ <b>The words say { $named }, this is { $level }</b>: please check; edit what is wrong.
alert-doubt-old = ⚠️ <b>Its source is { $since } old</b>: is it still in force?
alert-doubt-old-lift = ⚠️ <b>It was lifted { $since } ago</b>: is that right?
alert-doubt-nothing-lifted = ⚠️ <b>No alert here fits this lifting</b>: send it all the same?
alert-where-read = 📄 Read: <b>{ $title }</b>. Choose where, then tap Done.
alert-preview-ask = If it is right, <b>submit it</b>: another person must approve it before it can be published.
button-submit-alert = Submit for approval
button-withdraw = Withdraw
alert-write-in = ✏️ Write { $language }
alert-without-advice = Without the advice
alert-with-advice = With the advice
alert-item-areas = Areas
alert-item-kind = Kind
alert-item-event = Signal
alert-item-level = Level
alert-item-issuer = Issuer
alert-item-issued = Issued at
alert-item-text = Text
alert-item-valid = Validity
alert-handed-in = Submitted; asked to approve: { $names }. The card below shows how it stands.
alert-nobody-approves = Submitted, but <b>nobody who may approve it can be reached</b>. Let another person with that right open me, or approve it on the card in the duty group.
alert-card-title =
    { $mark } <b>{ $title }</b> · no. { $number }
    📍 { $names }
    ✍️ drafted by { $by } at { $at }
alert-card-count = 👥 To { $number } people, in about { $seconds } seconds
alert-newer = The text has changed; see the newer card.
alert-too-long-here = The text is long; use the buttons below to read it all.
alert-state-draft = ⏳ <b>Waiting for approval</b>
alert-state-approved = ✅ Approved by <b>{ $by }</b> at { $at }, <b>not published yet</b>
alert-state-returned = ↩️ Returned by <b>{ $by }</b> at { $at }: { $note }
alert-state-published = 📢 Published at { $at } (approved by { $by })
alert-state-cancelled = 🚫 Withdrawn, not published
alert-told-approved = ✅ <b>{ $by }</b> approved no. { $number } “{ $title }”. Tap <b>Publish</b>.
alert-told-returned = ↩️ <b>{ $by }</b> returned no. { $number } “{ $title }”: { $note }
alert-type-reason = { $name }, please <b>reply to this message</b>: why is it returned, and what is to be changed?
alert-toast-approve = Approved. It goes out only when “Publish” is tapped.
alert-toast-publish = Published; it is going out.
alert-toast-withdraw = Withdrawn.
alert-toast-return = Returned; the drafter gets your reason.
alert-over-draft = Not yet: it has not been approved.
alert-over-approved = { $by } has approved it already.
alert-over-returned = { $by } has returned it.
alert-over-published = It has been published already.
alert-over-cancelled = It has been withdrawn.
alert-refused-over = This cannot be done now.
alert-refused-gone = This alert is not there any more.
alert-refused-no-right = You may not do this.
alert-refused-not-yours = Only its drafter may do this.
alert-refused-not-either = Only its drafter and its approver may publish it.
alert-refused-own-draft = You drafted it; another person must approve it.
alert-refused-changed = It has changed since; see the newer card.
alert-progress-title = 📢 <b>{ $title }</b> no. { $number } → { $names }
alert-looking-up = Looking up whom to tell…
alert-sent = Sent <b>{ $sent }</b> / { $total }
alert-rate = { $rate } a second, { $minutes } min { $seconds } s left
alert-later = 🌙 { $number } in their quiet hours; sent when these end
alert-finished = ✅ Finished at { $at }: sent <b>{ $sent }</b> / { $total }
alert-skipped = Not sent, by subscription: { $reasons }
skipped-unreachable = cannot be reached
skipped-kind = other kinds
skipped-level = higher levels only
skipped-quiet = quiet until it is over

### Subscriptions

button-undo = Undo
subscribe-in-private = Please message me in private to subscribe: /subscribe.
subscribe-where = <b>Public alerts</b>: where are you? Tap <b>Share location</b>, or write the name of your village.
subscribe-towns = Or choose your town:
subscribe-villages = Which village in { $name }?
subscribe-done = ✅ Subscribed to the public alerts of <b>{ $name }</b>. You will get them at once.
subscribe-done-near = ✅ By your location, subscribed to the public alerts of <b>{ $name }</b>. To name your village, add another place.
subscribe-too-many = At most { $most } places.
subscribe-unknown = There is no “{ $name }”. Write a town or village, such as 高滩村; or tap a town above.
subscribe-outside = This place is outside the district. Write the village you want alerts for, or choose a town.
subscribe-not-usable = Share your location, or write the name of your village or town.
subscribe-nothing = You have no subscription to public alerts.
subscribe-nothing-to-end = There is nothing to unsubscribe from.
subscribe-card = 🔔 <b>Your subscription</b>
subscribe-areas = 📍 { $names }
subscribe-kinds = Kinds: { $kinds }
subscribe-level = Level: { $level }
subscribe-quiet = Quiet hours: { $quiet }
subscribe-language = Language: { $name }
subscribe-all-kinds = all
subscribe-all-levels = all, notices too
subscribe-from-level = { $level } and above
subscribe-no-quiet = none
subscribe-page-kinds = Kinds
subscribe-page-level = Level
subscribe-page-quiet = Quiet hours
subscribe-page-language = Language
subscribe-page-where = Add a place
subscribe-page-drop = Unsubscribe
subscribe-ask-kinds = <b>Which kinds?</b> Tap to add or leave out.
subscribe-one-kind = At least one kind must stay.
subscribe-ask-level = <b>From which level on?</b>
subscribe-ask-quiet = <b>Quiet hours</b>: tap one, or write them, such as 23:00-06:30. Orange and red alerts come at once all the same.
subscribe-quiet-fault = Not understood. Write from when to when, such as 22:00-07:00 or 11pm to 6:30am.
subscribe-ask-drop = <b>Unsubscribe from which?</b>
subscribe-drop-all = All of them
subscribe-ended = Unsubscribed: { $names }. You will get no more alerts for it.
subscribe-preview = This is a preview; the button works on a resident’s phone.

### Duty

duty-title = <b>On duty for { $area }</b>
duty-groups = Duty group: { $names }
duty-no-group = ⚠️ No duty group is bound yet.
duty-person = { $role } { $name } { $phone }{ $trouble }
duty-whole-group = No duty officer is enrolled: the whole group is on duty, whoever sees it first acknowledges.
duty-officers = { $number } officer(s), { $silent } cannot be reached{ $silent ->
    [0] .
   *[other] :
 }
duty-silent = · { $area } { $name }{ $rank } { $phone } ({ $reason })
duty-more = … and { $number } more
duty-not-for-you = There is no duty list here for you to see.
person-unreachable = ⚠️ { $post }: <b>{ $name }</b> cannot be reached any more: { $reason }. Please call them, or name somebody else.
reason-blocked = blocked the bot
reason-deactivated = account deactivated
reason-never-started = has not opened the bot
reason-chat-not-found = account not found
reason-removed-from-group = the bot was removed from the group
reason-group-gone = the group is gone
reason-no-rights = the bot may not write in the group
reason-refused = refused
reason-flood = too fast, comes later
reason-telegram-away = Telegram does not answer
reason-fate-unknown = fate unknown
reason-expired = out of date, not sent
reason-not-worded = faulty content
reason-file-gone = the file is gone

### News about a case

alarm-not-sent = ⚠️ A report card to “{ $to }” was refused ({ $reason }). Please look at the settings of that group or person.

### Zero reports

command-zero = Zero report (零报告): on, off
button-nothing-new = Nothing new
button-something-new = Something happened
button-zero-off = Stop zero report
zero-day = { $month }-{ $day }
zero-no-right = Only duty staff, leaders and administrators switch zero reports on: in a bound duty group, or in private.
zero-where = <b>Zero report</b>: which villages are to report?
zero-days = On for { $number } days
zero-off-now =
    <b>Zero report · { $area }</b>: off.
    Every village reports once a day by <b>{ $hour }</b>, also when there is nothing new. Then the duty group gets a list of those missing.
    Choose the hour, then tap for how many days.
zero-on-now =
    <b>Zero report · { $area }</b>: on.
    { $first } to { $last }, daily by <b>{ $hour }</b>. Switched on by { $by }.
zero-already = It is on here already.
zero-over = This zero report has been stopped.
zero-on = 📋 <b>Zero report on</b>: { $area }, { $first } to { $last }, daily by <b>{ $hour }</b>. By { $by }. To stop: /zero
zero-off = 📋 <b>Zero report stopped</b>: { $area } (was { $first } to { $last }, daily by { $hour }). By { $by }.
zero-ask =
    📋 <b>Zero report</b> { $village } · { $day }
    Anything new today? One tap before <b>{ $hour }</b>.
zero-tapped = Noted: nothing new.
zero-done = ✅ <b>Noted</b>: { $village } { $day }, nothing new ({ $at }, { $by }). Report at any time if something happens.
zero-again = ✅ { $village } has reported for { $day } already ({ $at }, { $by }). Report at any time if something happens.
zero-day-over = This was for an earlier day. Today's comes as a new message.
zero-list-title = 📋 <b>Zero report { $area }</b> · { $day } { $hour }
zero-list-count = Reported <b>{ $reported }/{ $total }</b> (nothing new { $nothing }, with a report { $reports })
zero-list-all = ✅ Reported <b>{ $reported }/{ $total }</b> (nothing new { $nothing }, with a report { $reports })
zero-list-missing = <b>{ $number } not yet, please call:</b>
zero-list-entry = · { $village }: { $officers }
zero-list-officer = { $name } { $phone }
zero-list-unreachable = { $name } { $phone } (the bot cannot reach them)
zero-list-town = · { $town } { $number }: { $villages }
zero-list-more = and { $number } more.
zero-list-without = ⚠️ { $number } without an officer: { $villages }
zero-list-late = Reported after the hour: { $villages }
zero-list-stopped = This zero report has been stopped.

### The life of an alert

alert-name-update = { $title } (update)
alert-name-cancel = { $title } is lifted
alert-upgraded = ⬆️ Raised from { $before } to <b>{ $level }</b>
alert-downgraded = ⬇️ Changed from { $before } to <b>{ $level }</b>
alert-source-lifted = 📢 Lifted by { $issuer } at { $at }, relayed here at { $published }
alert-source-own-lifted = 📢 Lifted by the emergency duty office of { $name } at { $at }
alert-danger-remains =
    <b>Still take care</b>
    · Slopes, rivers and low ground may still be dangerous; keep away.
    · If you were moved, do not go back before the town agrees.
    · In danger call 110, 119 or 120.
alert-moved-remains =
    <b>Still take care</b>
    · If you were moved, do not go back before the town agrees.
    · In danger call 110, 119 or 120.
alert-over-now-updated = 🔁 <b>There is a newer one; read that.</b>
alert-over-now-lifted = ✅ <b>It has been lifted.</b>
alert-over-now-expired = ⌛ <b>It is no longer valid.</b>
alert-schools = 🏫 <b>Schools are closed</b>: nurseries and schools too. Stay at home if you have not left; at school, stay in a safe place there.
alert-card-follows = 🔁 Follows no. { $numbers }: whoever got that one gets this
alert-who-approves = 👤 An approver or a leader must approve it (orange, red, or people asked to move)
alert-who-approves-mild = 👤 Another duty member, a leader or an approver may approve it
alert-state-fast = ⚡ Published by <b>{ $by }</b> alone at { $at }
alert-state-updated = 🔁 Replaced at { $at } by no. { $next }
alert-state-lifted = ✅ Lifted at { $at } by no. { $next }
alert-state-expired = ⌛ Ran out at { $at }, not lifted
alert-fast-reason = ⚡ The reason of <b>{ $by }</b>: { $reason }
alert-look-open = 👁 Another approver has yet to look at it
alert-looked = 👁 <b>{ $by }</b> has looked at it: all is well
alert-looked-objected = ⚠️ <b>{ $by }</b> has looked at it and objects: { $note }
alert-still-in = 📍 Still in force in: { $names }
alert-played = 🔊 Read aloud in { $played } of { $asked } villages
alert-to-level = To { $mark }
alert-review-old =
    ❓ No. { $number } “<b>{ $title }</b>” went out { $since } ago and nobody has touched it.
    📍 { $names }
    <b>Does it still hold?</b> Tap <b>Update</b> if the danger has changed, <b>Lift</b> if it is over.
alert-review-expired =
    ⌛ No. { $number } “<b>{ $title }</b>” has run out and was not lifted.
    📍 { $names }
    <b>Is the danger over?</b> If not, tap <b>Update</b> (and extend it); if so, <b>Lift</b>.
button-update = Update
button-lift = Lift
button-still = Still holds
button-let-expire = Leave it at that
button-fast = Publish at once
button-looked = Looked, all well
button-objected = I object
alert-told-objected = ⚠️ <b>{ $by }</b> has looked at no. { $number } “{ $title }” and objects: { $note }. Tap <b>Update</b> or <b>Lift</b>.
alert-type-reason-fast = { $name }, please <b>reply to this message</b>: why can it not wait for a second person? It is <b>published at once</b>; the reason is recorded, and another approver looks at it afterwards.
alert-type-reason-objected = { $name }, please <b>reply to this message</b>: what is wrong with it?
alert-toast-fast = Published; it is going out. Another approver will look at it.
alert-toast-looked = Noted: looked at, all well.
alert-toast-objected = Noted; the drafter hears of it.
alert-toast-edit = Change it in the message below.
alert-toast-level = The correction is handed in for approval.
alert-toast-still = Noted.
alert-ask-issued-lift = <b>When was it lifted?</b> Tap one, or write the time, such as 16:50. A lifting too is only relayed.
alert-ask-text-lift = <b>The text of the lifting</b> (may be left out). This follows it: slopes and rivers are still dangerous, nobody goes back on their own.
alert-over-updated = A newer one has replaced it.
alert-over-lifted = It has been lifted already.
alert-over-expired = It has run out.
alert-refused-red-only = Only a red one may be published by one person.
alert-refused-leader-only = Only a leader may publish it alone.
alert-refused-own-fast = You drafted or published it; another person must look at it.
alert-refused-too-late = Its validity has passed, so it cannot be published. Tap “Edit” and submit it again.
skipped-unsubscribed = unsubscribed
skipped-untold = never got the first one
unsent-superseded = a newer one exists

## Evidence: fetched, kept, or not

evidence-big = 📎 { $number }: a file is over { $mb } MB. It is kept in Telegram only. Please send it again in parts or compressed.
evidence-gone = 📎 { $number }: a file could not be fetched from Telegram. Please send it once more.
alarm-evidence-disk = ⚠️ Photos and files cannot be stored: { $why ->
    [disk_full] the disk is full
    [no_permission] no permission to write
   *[other] the disk has a fault
 }. Please look at the disk of EVIDENCE_DIR; what is missing is fetched by itself afterwards.
### The desk beside a case: time, follow-ups, grade

button-desk = More actions
button-phoned = Phoned the next level
button-grade = Grade
button-times = Limits and elements
button-why = Give the reason
button-controlled = Under control
button-not-controlled = Not under control
button-no-change = No change
button-tell-more = Something changed
button-close-menu = Close
button-grade-proposed = ✔ { $grade } (proposed)
button-grade-other = { $grade }
button-grade-sure = Lower it
desk-menu = { $number }: what next?
menu-closed = Closed.
clock-left = ⏳ { $name }: by { $due } ({ $span } left)
clock-unit = 🏭 { $name }: by { $due }
clock-met = ✅ { $value }
clock-met-late = , done { $at } by { $by }
clock-over-open = ⏱ { $name }: by { $due }, over by { $span }{ $done }; reason open
clock-over-reason = ⏱ { $name }: by { $due }, over by { $span }{ $done }. Reason: { $reason } ({ $by })
clock-over =
    ⏱ { $number } <b>over time</b>: { $names }
    Please tap <b>Give the reason</b>.
clock-source =
    { $line }
    　from { $basis ->
        [occurred] the event
        [learned] when it was learned of
        [controlled] control
       *[sent] the first report
    } · { $source }
times-title = <b>{ $number }: limits and elements</b>
times-none = No time limit is running.
elements-lacking = Elements still open: { $value }
card-elements = Elements { $bar } { $done }/{ $all }{ $next ->
    [none] { "" }
   *[other] { " " }· next question: { $next }
 }
element-time = time
element-place = place
element-source = source
element-cause = cause and nature
element-course = course
element-outcome = consequences
element-scope = extent
element-trend = trend
element-handling = what was done
element-measures = planned measures
element-advice = advice
follow-up-due = 🔁 Follow-up: by { $due }
follow-up-over = 🔁 <b>Follow-up over by { $span }</b> ({ $due })
card-no-change = 🔁 { $at } { $by }: no change
card-controlled = 🟢 { $at } { $by }: under control
follow-up-ask = { $number } { $category }: how is it now?
follow-up-overdue = 🔁 { $number } follow-up over by { $span }. { $officer } was asked and has not answered. Please call: { $phone }
help-overdue = 🔁 { $number } no news since { $officer }, a resident, asked for help; over by { $span }. Please call, or send somebody: { $phone }
no-change-noted = { $number } noted: no change.{ $due ->
    [none] { "" }
   *[other] { " " }Next by { $due }.
 }
controlled-noted = { $number } noted: under control; I will not ask any more. <b>Please send the final report within 24 hours</b>: write it to me.
not-controlled-noted = { $number } noted: not under control.{ $due ->
    [none] { "" }
   *[other] { " " }Next by { $due }.
 }
case-controlled = 🟢 { $number } <b>{ $by }</b>: under control. Waiting for the final report.
case-not-controlled = 🔁 { $number } <b>{ $by }</b>: not under control; follow-ups go on.
tell-more = { $number }: what has changed? Words, photos, voice or location.
toast-phoned = { $number }: noted that you phoned the next level.
toast-phoned-none = { $number }: call noted; no limit for it is running.
type-clock-reason = { $name }, please <b>reply to this message</b>: why was the time limit of { $number } not kept?
placeholder-clock-reason = Reason
reason-kept = { $number }: the reason is on the card.
nothing-over = No time limit asks for a reason.
type-grade-reason = { $name }, please <b>reply to this message</b>: why this grade for { $number }?
placeholder-grade-reason = Reason
grade-i = extraordinarily serious (I)
grade-ii = major (II)
grade-iii = relatively major (III)
grade-iv = ordinary (IV)
card-grade = 🏷 Grade: <b>{ $grade }</b> ({ $by } { $at }) { $reason }
card-grade-proposed = 🏷 Proposed: { $grade } · { $why }{ $clause }
card-grade-missing = 　with { $number } missing counted: { $grade }
card-grade-next = 　{ $what }: { $grade }
card-crowd = 👥 Size: about { $number }{ $band ->
    [none] { "" }
   *[other] { " " }(band { $band } for reference, no statutory grade)
 }
grade-reason = { $column ->
    [dead] { $number } dead ·{ " " }
    [injured_serious] { $number } seriously hurt ·{ " " }
    [injured] { $number } hurt ·{ " " }
    [ill] { $number } ill ·{ " " }
    [ill_with_deaths] { $number } ill, with deaths ·{ " " }
    [loss_wan] loss of { $number }0,000 yuan ·{ " " }
    [area_ha] { $number } ha burnt ·{ " " }
   *[other] { "" }
 }
grade-next = { $column ->
    [dead] { $number } dead
    [injured_serious] { $number } seriously hurt
   *[other] { $number } ill
 }
grade-menu = <b>{ $number }: grade</b> Tap one. Any other than the proposed takes a reason.
grade-no-proposal = Not enough figures for a proposal.
grade-kept = { $number } graded: { $grade }
grade-lower-sure =
    { $number } from { $before } to <b>{ $grade }</b>
    Reason: { $reason }
    Sure?
grade-graver = 🏷 { $number }: the new figures propose <b>{ $grade }</b>, above the confirmed { $before }. A duty member or leader should look.
grade-never-social = Social incidents are not graded; only their size is shown.

### Official texts

button-text = Make the text
button-text-short = Short message
button-text-full = Full text
button-text-word = Word
text-menu = { $number }: which form? Read it before it is signed.
toast-text = { $number }: the text is on its way.
text-made-already = It was made just now; please look above.
alert-relay-known = No. { $number } is this one already; no new draft was made.
alert-relay-city-only = Part of this is not yours to relay: colours are relayed by the district only, and for areas in your charge.
alert-in-row = 📄 The same text holds <b>{ $number }</b> more changes; they follow when this one is handed in.

### Tips of residents

command-tip = tell your village's officer something
button-tip = Tell the officer
button-send-tip = Send to the officer
button-other-village = Another village
button-tip-verify = True, make it a report
button-tip-verify-again = Go on reporting
button-tip-answer = Dealt with, reply
button-tip-dismiss = Not true
button-tip-dismiss-sure = Yes, it is not true
placeholder-tip = What, and where
tip-not-110 = <b>This is not 110, 119 or 120. If anyone is in danger call 110, 119 or 120 now.</b>
tip-where = The officers of which village? Tap one, type its name, or share a location.
tip-which = “{ $name }”: which one do you mean?
tip-write =
    Only the officers of <b>{ $village }</b> will see it; nobody else, and not the duty room.
    Write what happened and where. A photo and a location help; your number only if you like.
tip-preview = 👀 <b>Not sent yet.</b> To the officers of { $village }:
tip-with-files = 📷 { $number }
tip-with-place = 📍 with a location
tip-with-phone = 📞 with your number, for the officer
tip-without-phone = 📞 without your number
tip-needs-words = Please write a few words, or send a photo.
tip-kept-words = Your words are kept. First: which village?
tip-too-long = Too long, { $most } characters at most. Please write less.
tip-too-many-files = { $files } files at most; the others were not taken.
tip-not-usable = This cannot be used. Send words, a photo, a video, a voice message or a location.
tip-too-many = You have sent too many. Please try after { $at }. If anyone is in danger call 110, 119 or 120 now.
tip-sending = Being sent; you will hear in a moment.
tip-cancelled = Cancelled. Nothing was sent.
tip-nothing = There is nothing to send. /tip begins anew.
tip-in-private = Please write /tip to me in private.
tip-officers-report = You are an officer, please report: tap <b>Emergency</b>, <b>Report incident</b> or <b>Report hazard</b>.
tip-receipt =
    ✅ Sent to the officers of <b>{ $village }</b>. You will hear what comes of it.
    <b>This is not an emergency call.</b> If anyone is in danger call 110, 119 or 120 now.
tip-unreached =
    ⚠️ No officer of <b>{ $village }</b> can be reached now. <b>Nobody has seen what you sent.</b>
    In danger call 110, 119 or 120 now; for anything else call the village committee.
tip-reported = ✅ The officer of <b>{ $village }</b> has verified what you said at { $at } and reported it. Thank you.
tip-answered =
    The officer of <b>{ $village }</b> answers what you said at { $at }:
    <blockquote>{ $answer }</blockquote>
tip-dismissed = The officer of <b>{ $village }</b> looked into what you said at { $at } and did not find it so. If it is still there, send it again with the exact place; in danger call 110, 119 or 120 now.
tip-unanswered = The officers of <b>{ $village }</b> have not answered yet what you said at { $at }. In danger call 110, 119 or 120 now; if it is urgent, call the village committee.
tip-title = 📮 <b>Resident's tip { $number }</b> · { $village } · { $at }
tip-files-follow = 📷 { $number }, below
tip-from = Resident: { $name } · { $phone }
tip-file = Resident's tip { $number }
tip-state-sent = Please check it. If it is true, make it a report; else answer the resident. <b>Only your village's officers see this.</b>
tip-state-verified = ⏳ { $at } { $by } found it true; not reported yet.
tip-state-reported = ✅ { $at } { $by } found it true and reported it: { $report }
tip-state-answered =
    ✅ { $at } { $by } dealt with it and answered:
    { $answer }
tip-state-dismissed = { $at } { $by }: not true
tip-state-unreached = It was not delivered.
tip-dismiss-sure = Not true, are you sure? The resident will hear so.
tip-write-answer = Write your answer to the resident (tip { $number }). Valid for 10 minutes; /cancel to leave it.
tip-answer-sent = Your answer is on its way to the resident.
tip-answer-too-long = Too long. Please write less (1,000 characters at most).
tip-noted = Noted.
tip-over = This tip has been dealt with. { $by }
tip-again = 🔔 Resident's tip { $number }, { $span } old, not dealt with: { $words }
village-without-officer = ⚠️ A resident of <b>{ $village }</b> looked for an officer and none can be reached. Please check the roster, and have the officer open the bot and press <b>Start</b>.
### CAP

cap-headline = { $title }: { $names }
cap-duty-office = Emergency duty office of { $name }
cap-feed-title = Qianshao public alerts (CAP 1.2)
cap-danger-remains = Slopes, rivers and low ground may still be dangerous; keep away. If you were moved, do not go back before the town agrees.
cap-moved-remains = If you were moved, do not go back before the town agrees.


### A sentence becomes a report, and the chain goes on

version-first = First report
version-supplement = Addition
version-followup = Follow-up { $ordinal }
version-correction = Correction
version-final = Final report
version-verified = Verified report
version-late = Supplementary report
figure-injured = injured { $value }
figure-rescued = rescued { $value }
figure-ill = ill { $value }
figure-hospitalized = in hospital { $value }
figure-households = households affected { $value }
figure-persons = people affected { $value }
figure-involved = involved { $value }
figure-present-now = present { $value }
figure-evacuated = moved out { $value }
fact-evacuated = 🚶 moved out: { $value }{ $where }
fact-moved-out = 🚶 people are out
fact-moved-leaving = 🚶 <b>people are leaving</b>
fact-moved-inside = 🚶 <b>people are still inside</b>
fact-road-none = 🛣 road open
fact-road-half = 🛣 <b>road half blocked</b>
fact-road-full = 🛣 <b>road blocked</b>
fact-water = 🌊 depth: { $value }
fact-houses = 🏠 houses: { $value }
house-collapsed = collapsed { $value } households
house-severe = severely damaged { $value } households
house-light = lightly damaged { $value } households
house-none = not damaged
house-collapsed-rooms = collapsed { $value } rooms
house-severe-rooms = severely damaged { $value } rooms
house-light-rooms = lightly damaged { $value } rooms
house-collapsed-buildings = collapsed { $value } buildings
fact-vulnerable = 👶 first: { $value }
vulnerable-child = children
vulnerable-elderly = elderly
vulnerable-pregnant = pregnant
vulnerable-disabled = disabled
fact-hearsay = ❓ hearsay, not confirmed: { $value }
mark-drill-doubt = ⚠️ <b>Sent during a drill without the drill mark: verify at once</b>
mark-drill-marked = ⚠️ <b>Marked as a drill, but no drill is going on: verify</b>
mark-death-asked = ⚠️ the number of deaths is being confirmed
mark-tip = 📮 A resident's tip, verified by the officer
mark-behalf = ☎️ reported for { $name }{ $phone }
mark-threat = 🔗 came out of hazard { $number }
value-not-said = not said
card-title-sign = { $mark } <b>{ $priority } Early sign { $number }</b>
card-title-unread = { $mark } <b>{ $priority } To be read { $number }</b>
card-planned-text = Plan: { $value }
receipt-life = ☎️ <b>Call { $call } now</b> (I cannot call for you). { $words }
receipt-out-first = 🚶 <b>Get everybody out first, keep off the slope.</b> If anyone is trapped call { $call } (I cannot call for you)
receipt-out-first-people = 🚶 <b>Get everybody out first (people: { $people }), keep off the slope.</b> If anyone is trapped call { $call } (I cannot call for you)
receipt-short = ✅ Reported, number <b>{ $number }</b> · { $place } · calling { $names }
receipt-unread = ✅ Received, number <b>{ $number }</b>. I could not read it, so a duty officer is looking at it. You may also say again what and where.
button-edit-report = ✏️ Change
followup-receipt = ✅ { $number } <b>{ $version }</b> taken down.
followup-told = Told again: { $names }
stay-out = 🚷 Keep people from going back.
followup-title = 🔔 <b>{ $number } { $version }</b> · { $by }
followup-raised = ⚠️ <b>It has become worse: now { $priority }</b>
followup-words = 💬 { $text }
doubt-means-death = <b>Does “{ $said }” mean that the person has died?</b>
doubt-confirm-hearsay = <b>A death was hearsay. Is it confirmed now?</b>
doubt-which-area = <b>Which one is it?</b>
doubt-moved = <b>Are people out, and where did they go?</b> Then send a photo and your location.
doubt-confirm-time = <b>Is “{ $said }” { $at }?</b>
doubt-house-damage = <b>How badly is the house damaged?</b>
choice-means-death-yes = Yes, died
choice-means-death-no = No, left
choice-means-death-unknown = Not known
choice-confirm-hearsay-yes = Confirmed
choice-confirm-hearsay-no = Not true
choice-confirm-hearsay-unknown = Not known yet
choice-confirm-time-yes = Yes
choice-confirm-time-no = No
choice-moved-out = All out
choice-moved-leaving = Leaving
choice-moved-inside = Still inside
choice-house-damage-light = Light
choice-house-damage-severe = Severe
choice-house-damage-none = None
drill-or-real = 【Drill】 A drill is going on and this carries no drill mark. <b>Is it part of the drill, or real?</b> Without an answer in 60 s it goes to the duty room as possibly real. 【Drill】
button-is-drill = Drill
button-is-real = Real
drill-report-kept = 【Drill】 Received and passed to the organiser; not a real report. 【Drill】
talk-thanks = You are welcome. If anything happens, type it, speak it or send a photo.
talk-heard = I see nothing to report here. If something happened, say what and where. In an emergency call 110, 119 or 120 first.
question-no-case = You have no open report. To ask the duty room, ring the town's duty line; to report, say what and where.
zero-heard = Noted: nothing new. No zero report is asked for at present.
withdraw-sure = <b>{ $number }: was it reported by mistake?</b> The record stays; the calls stop once a duty officer has verified it.
button-withdraw-sure = Yes, a mistake
button-withdraw-keep = No, keep it
withdraw-done = { $number } is marked as withdrawn by you, until a duty officer verifies.
withdraw-room = ↩️ <b>{ $number }: the reporter says it was a mistake</b> ({ $by }). Verify: false alarm, or go on.
mark-withdrawn = ↩️ <b>The reporter says it was a mistake: verify</b>
button-triage-incident = Incident
button-triage-hazard = Hazard
button-triage-sign = Early sign
button-triage-nothing = Not an event
button-triage-drill = Drill
type-triage = { $name }, please <b>reply to this message</b> with one sentence about { $number }: what, where, anybody hurt.
triage-unclear = The category is still not clear. Please write again, for example: landslide behind Gaotan, road blocked.
triage-done = { $number } is now { $kind }: { $category }.
triage-closed = { $number } is set as { $kind }.
told-triaged = { $number }: <b>{ $by }</b> read it as { $kind }: { $category }. Correct it if that is wrong.
told-nothing = { $number }: <b>{ $by }</b> set it as { $kind }. If that is wrong, say it again or tap Emergency.
kind-incident = an incident
kind-hazard = a hazard
kind-sign = an early sign
kind-unread = to be read
kind-nothing = not an event
kind-drill = a drill
button-close = Close
type-closing = { $name }, please <b>reply to this message</b>: why is { $number } closed (there is no final report yet)?
closing-figures-open = ⚠️ Nobody has said yet: { $value }.
closing-done = { $number } is closed.
drill-report =
    【Drill】 <b>{ $area }</b> { $by } reports:
    { $category }
    { $facts }
    { $text }
    【Drill】
question-status =
    { $number } { $category }
    { $state }
report-edit-which = <b>{ $number }: what shall be changed?</b> You may also just write: correction, …
house-severe-buildings = severely damaged { $value } buildings
house-light-buildings = lightly damaged { $value } buildings
placeholder-triage = What happened, where
placeholder-closing = Why it is closed
doubt-settled = { $number } noted: { $noted }
### Channels and loudspeakers

command-channel = public channels: which area's alerts
channel-added = 📣 I may now post in the channel “{ $title }”. <b>Which area's alerts?</b>
channel-none = No channel yet. In Telegram, make me an administrator of one with the right to post, and I will ask.
channel-list = <b>Public channels</b> (tap one to change it):
channel-line = · { $title } → { $area }
channel-no-area = no area chosen, nothing is posted
channel-choose = Which area's alerts does the channel “<b>{ $title }</b>” carry?
channel-admins-only = Only administrators set channels, in private.
button-channel-area = Choose the area
button-channel-off = Post no more
alarm-channel-lost = ⚠️ A public channel can no longer be posted to: I am no longer its administrator, or may not post. See /channel.
alert-post-changed = { $mark } <b>{ $title }</b>: the post above has been updated.
script-ask =
    🔊 <b>{ $title }</b>: please read this <b>twice</b> over the loudspeaker.
    <blockquote>{ $script }</blockquote>
    Then tap <b>Played</b>.
script-played =
    { $text }
    ✅ Played
button-played = Played
button-not-played = Not played yet
script-toast = Noted: played.
script-toast-again = That was noted before.
script-all-played = ✅ “{ $title }”: every village has played it.
script-silent = 🔇 “{ $title }” was not played in <b>{ $number }</b> villages: { $names }
script-issue = Attention please. { $issuer } at { $time }: { $title }.
script-lift = Attention please. { $issuer } at { $time }: lifted, { $title }.
script-office = the duty office of { $name }
script-time = { $month }-{ $day } { $hour } h
script-minute = { " " }{ $minute }
script-drill = This is a drill.
script-do-weather = Stay indoors, away from rivers, slopes and low ground.
script-do-flood = Keep out of rivers and flooded roads; go to high ground.
script-do-geological = Do not stay in houses by slopes; leave at once if you see cracks.
script-do-fire = Do not enter the hills, light no fire.
script-do-health = Wear a mask, avoid gatherings, tell the village doctor if unwell.
script-do-traffic = Take another way; do not stop to look.
script-do-utility = Store water, keep a torch; do not touch fallen wires.
script-do-other = Follow the village's instructions and tell each other.
script-do-move = Leave dangerous places now; do not go back on your own.
script-do-schools = Schools are closed.
script-do-typhoon = Shut doors and windows, stay indoors, away from hoardings, trees, sheds and the sea.
script-do-thunder-gale = Go indoors now, away from hoardings, trees and tin sheds.
script-do-heat = Do not work outside at noon; drink water; look in on the old.
script-do-cold = Keep warm; open a window when burning charcoal; look in on the old.
script-do-fog = Stay in; drive slowly with fog lights.
script-do-haze = Stay in; wear a mask outside.
script-do-icy-road = Roads are icy: stay in, drive slowly.
script-do-hail = Go indoors now, away from windows and tin sheds.
script-do-forest-fire = Keep out of the hills; no fires, no burning of straw.
script-danger-remains = Slopes and rivers may still be dangerous. If you were moved, do not go back before the town agrees.
script-moved-remains = If you were moved, do not go back before the town agrees.
script-over-updated = 🔁 <b>{ $title }</b>: there is a newer one; <b>do not read this one aloud any more</b>.
script-over-lifted = ✅ <b>{ $title }</b>: it has been lifted; <b>do not read this one aloud any more</b>.
script-over-expired = ⌛ <b>{ $title }</b>: it is no longer valid; <b>do not read this one aloud any more</b>.


### Two reports of one event

link-suspected = 🔁 <b>Maybe the same</b> as { $number } ({ $at } { $place }) { $text }
link-merged = { $newer } is merged into { $older }.
link-separate = Noted: { $older } and { $newer } are two events.
link-decided = Somebody has decided it already.
button-merge = Merge with { $number }
button-separate = Keep apart
card-merged-in = 🔗 Merged into this one: { $numbers }
card-merged = 🔗 Merged into { $note } ({ $by } { $at })
state-merged = merged into another
tap-over-merged = { $number } is merged into another.
told-merged = 🔗 { $newer } and { $older } are one event; { $by } merged them. Your report stays, and you will hear how it goes on.
told-joined = 🔗 { $by } merged { $newer } into { $older }; both sources are kept.
same-or-other = <b>There is one nearby:</b> { $number } { $category } · { $place } ({ $at }, { $files } files). Is it the same?
button-same-case = Yes, add to that one
button-other-case = No, another; report it
### What the duty room adds

button-elements = Add elements
button-element = { $there ->
    [yes] ✓ { $name }
   *[no] { $name }
 }
element-menu = { $number }: which one?
element-leaders = leaders on the scene
type-element = { $name }, please <b>reply to this message</b> with the { $element } of { $number }.
placeholder-element = One or two sentences
element-kept = { $number }: noted.
### Duty roster and handover
seat-leader = Leader on duty
seat-main = Duty officer
seat-deputy = Deputy
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
duty-seat = 🟢 { $seat }: <b>{ $name }</b> { $phone }{ $trouble }
duty-seat-empty = ⚠️ { $seat }: nobody
duty-nobody = nobody
duty-next = ⏭ Change at { $at }: { $who }
duty-gap = ⚠️ { $since } to { $until }: no { $seat }
duty-more-gaps = … and { $number } more gaps
duty-no-roster = There is no roster: the whole group is on duty, whoever sees a case takes it. Plan with /roster.
duty-main-empty = There is no duty officer now: the whole group is on duty, whoever sees a case takes it.
duty-handover-open = 🤝 Not handed over yet: { $before } is still responsible, waiting for { $after }.
duty-handover-refused = 🤝 { $after } has not taken over: { $before } is still responsible.
duty-change = 🔔 <b>On duty in { $area }</b>
duty-yours = 🔔 You are on duty now: <b>{ $area }, { $seat }</b>
duty-gaps = ⚠️ <b>{ $area }: gaps on duty within seven days</b>
duty-gaps-how = Plan with /roster
duty-planned-silent = ⚠️ Planned, but cannot be called: { $name } { $phone } ({ $reason })
handover-title = 🤝 <b>Handover, { $area }</b>　{ $before } → <b>{ $after }</b>
handover-open = { $number } items, { $left } still to take. Tap ✓ for each one you have read; until all are taken { $before } is responsible.
handover-empty = Nothing to hand over. Tap <b>Take over</b>.
handover-state-accepted = ✅ Taken over.
handover-confirmed = ✅ Handed over by telephone, confirmed by { $by }.
handover-state-refused = ⛔ Not taken over: { $reason }. { $before } is still responsible.
handover-state-lapsed = Not finished before the next change; handed over anew.
handover-state-void = No handover needed: the same officer goes on.
handover-page = Page { $page } of { $pages }
handover-case = { $mark } { $priority } { $number } { $category }, { $state ->
    [open] nobody has taken it
    [acknowledged] taken by { $by }
   *[referred] referred by { $by }
 }{ $calling ->
    [yes] , still calling
   *[no] { "" }
 }{ $due ->
    [none] { "" }
   *[other] . ⏱ { $due }
 }
post-cases = 📂 Your post has { $number } open cases; they are yours now. See /cases.
post-case = { $mark } { $number } { $category }
handover-question = ❓ { $number } question without an answer: { $text } ({ $by })
handover-due = { $name } by { $at }{ $over ->
    [yes] { " " }(over)
   *[no] { "" }
 }
handover-note = 📝 { $text } ({ $by })
handover-hazard = 🚧 { $number } { $category }: open for { $days } days
handover-more = … and { $number } more, see /cases
handover-unreached = ⚠️ { $name } cannot be reached here, please phone: { $phone }
handover-yours = 🤝 The shift has changed. <b>Until { $name } has taken over you are responsible</b> and will be called. { $phone }
handover-still-yours = 🤝 { $name } has not taken over, <b>you are still responsible</b>. Please phone: { $phone }
handover-reminder = ⏰ Please take over.
handover-done = ✅ { $name } has taken over. You may rest.
handover-refused = ⛔ <b>{ $area }</b>: { $name } refuses the shift: { $reason }. { $before } is still responsible. The leader decides; { $name }'s phone: { $phone }. Replace with /roster.
handover-why = { $name }, please <b>reply to this message</b>: why can you not take over?
handover-refusal-kept = Noted. The officer before you, the group and the leader know. When you can, tap ✓.
placeholder-handover-why = The reason
button-take-over = ✅ Take over
button-refuse-shift = ⛔ I cannot
button-handed-over = ☎️ Handed over by phone (leader)
button-previous-page = ◀️ Back
button-next-page = ▶️ More
toast-handover-taken = Taken. { $left } left.
toast-handover-done = You have taken over.
toast-handover-no-right = This handover is not yours.
toast-handover-over = This handover is over.
toast-handover-gone = There is no such item.

### The duty roster, edited
command-roster = The duty roster: plan, replace, swap, import
roster-title = 📋 <b>Duty roster, { $area }</b>
roster-week = <b>Changes in the next seven days</b>
roster-notes = <b>For the next shift</b>
roster-rotation = 🔁 { $seat }: { $kind }　{ $names }
roster-change = · { $at } { $seats }
roster-arrow = { " → " }
rotation-daily = daily
rotation-weekly = weekly
rotation-day-night = day and night
button-roster-rotation = 🔁 Rotation
button-roster-override = ✏️ Replace
button-roster-swap = 🤝 Swap mine
button-roster-import = 📥 Import
button-roster-calendar = 📤 Calendar
button-roster-note = 📝 Note
button-roster-end = 🗑 End one
button-roster-cover = { $name } covers
button-roster-save = ✅ Save
button-roster-ask = ✅ Ask
roster-doing-rotation = A rotation
roster-doing-override = A replacement
roster-doing-swap = A swap
roster-doing-end = End a rotation
roster-ask-rotation-seat = Which seat?
roster-ask-rotation-kind = How does it turn?
roster-ask-rotation-people = Who? Tap them in their order, then <b>Done</b>.
roster-ask-rotation-day = From the change of which day?
roster-ask-rotation-summary = Right? The group will hear of it.
roster-ask-override-seat = Which seat?
roster-ask-override-shift = Which shift?
roster-ask-override-person = Who instead?
roster-ask-override-summary = Right? The group will hear of it.
roster-ask-swap-shift = Which of your shifts?
roster-ask-swap-for = ⇄ For which shift of whom, or who covers?
roster-ask-swap-summary = It counts when the other one agrees.
roster-ask-end-rotation = Which one?
roster-ask-end-summary = It ends now. Right?
roster-from-day = from { $day }
roster-person = → { $name }
roster-in-exchange = ⇄ { $shift }
roster-no-shift = There is no shift to choose. Plan a <b>rotation</b> or <b>import</b> one first.
roster-no-staff = There is nobody else on the staff. Enrol them by invitation first.
roster-which = Whose roster?
roster-type-import = { $name }, please send the roster: an XLSX or CSV file, or paste it (<b>in a group as a reply to this message</b>). First line: date,leader,main,deputy; also shift, or from,to. /cancel stops.
roster-type-note = { $name }, what must the next shift know? (<b>In a group as a reply to this message</b>.) It stays in every handover until it is done.
placeholder-roster-import = date,leader,main,deputy
placeholder-roster-note = e.g. phone the district at 10
roster-edited-rotation = 📋 { $by } planned { $seat }: { $kind }, { $names }, from { $day }.
roster-edited-override = 📋 { $by } changed { $seat }: { $shift } is <b>{ $name }</b>.
roster-edited-swap = 🤝 Swap, { $seat }: { $shift } is <b>{ $other }</b> for { $asker }{ $theirs ->
    [none] { "" }
   *[other] ; { $theirs } is <b>{ $asker }</b>
 }.
roster-edited-import = 📋 { $by } imported { $number } shifts.
roster-edited-end = 📋 { $by } ended the rotation of { $seat }.
roster-no-right = The roster is for duty staff, leaders and administrators, in their own duty group or in private: /roster.
roster-not-yours = Somebody else is using this screen. Send /roster yourself.
roster-closed = Closed. /roster opens it again.
roster-calendar-comes = The calendar file is coming.
roster-saved = Saved.
roster-asked = Asked. You will hear when they agree.
roster-stale = The roster has changed. Please start again.
roster-unreachable = They cannot be asked here. Please phone, and let a leader replace you.
roster-tap-please = Please tap a button. /cancel stops.
roster-note-kept = Noted. The next shift will take it over.
roster-calendar = 📤 { $area }: { $number } shifts of the next two months. Open it to put them into your calendar.
roster-calendar-name = Duty, { $area }
roster-imported = 📥 { $new } shifts planned, { $same } there already or over, { $faults } not understood.
roster-file-taken = Got the file. You will hear as soon as it is read.
roster-more-faults = … and { $number } more
roster-file-unreadable = 📥 { $name } cannot be read ({ $reason }). Please send XLSX or CSV, or paste the lines.
roster-fault-no-date = Line { $line }: no date
roster-fault-bad-date = Line { $line }: “{ $cell }” is no date, such as 2026-11-25
roster-fault-bad-time = Line { $line }: “{ $cell }” is no time, such as 08:30 or night
roster-fault-nobody = Line { $line }: “{ $cell }” is not on the staff
roster-fault-several = Line { $line }: several people are called “{ $cell }”, write the phone
roster-fault-no-columns = The first line needs date and one of leader, main, deputy (found: { $cell })
roster-fault-too-long = { $cell } lines are too many, at most { $line } at once
swap-asked = 🤝 <b>{ $asker }</b> asks you to take { $seat } { $shift }{ $theirs ->
    [none] .
   *[other] ; they would take yours, { $theirs }.
 }
swap-agreed = ✅ { $other } agrees: { $shift }.
swap-declined = { $other } declines: { $shift } stays yours.
swap-void = The swap is void, the roster has changed: { $shift } ({ $other }).
swap-you-agreed = ✅ You agreed. The roster is changed.
swap-you-declined = You declined. The roster stays.
swap-you-void = The roster has changed, this swap is void.
swap-you-no-right = This swap was asked of somebody else.
swap-you-gone = There is no such swap.
swap-you-over = This swap has been answered.
button-swap-yes = ✅ Agree
button-swap-no = Decline
sentence-noted =
    Taken from your words:
    { $values }
### CAP messages handed in

cap-fetching = 📥 Got it; reading this CAP message…
cap-not-on-the-list = This address is not on the list (CAP_SOURCES). You can send me the file.
cap-read = 📄 This CAP message was read (<code>{ $identifier }</code>). It is <b>not published</b>: look at the draft, submit it, and another person approves it.
cap-refused = ⚠️ This CAP message cannot be used: { $why }
cap-known = No. { $number } is this message already.
button-cap-look = See the draft
cap-why-too-big = the file is too large.
cap-why-not-xml = it is no sound XML.
cap-why-doctype = it has a DOCTYPE, which may do harm; it was not read.
cap-why-not-cap = it is not CAP 1.2.
cap-why-status = it says that it is a test, a draft or a system message, not for the public.
cap-why-kind = it is an acknowledgement or an error report, no alert.
cap-why-scope = it is not a public message.
cap-why-no-words = it has no content.
cap-why-away = it could not be fetched; try again later.
cap-why-not-on-the-list = the address is not on the list.
cap-why-no-such-page = there is nothing at this address.
cap-why-other = “{ $name }” is missing or wrong.
version-added = { $number }: { $version } taken down; the officer is told.
verified-natural-only = A verified report is for natural disasters only. Please write a follow-up, a correction or a final report.
told-version = 🔔 { $number }: duty officer <b>{ $by }</b> took down: { $version }. { $text }

### An acknowledgement that lapses, copies in private

acknowledgement-lapsed = ⏰ { $number }: { $by } took it, and for { $minutes } min nothing was heard. <b>Open again, calling.</b> Ask, refer, add news or tap Under control when there is progress.
timeline-lapsed = ⏰ The acknowledgement lapsed, called again{ $note }
command-copies = Which priorities reach you in private on duty
copies-title = While you are on duty these priorities also come here, aloud, beside the group. Tap to turn one on or off:
copies-private = Please use /copies in the private chat with the bot.
copies-not-for-you = Only duty staff and leaders get copies in private while on duty.
button-copies = { $on ->
    [yes] ✓ { $level }
   *[no] ○ { $level }
 }

### Villages that nobody would wake, and the test call
drill-kind-call = Test call
drill-test-call-name = Silent-hour test call
test-call = 🔔 <b>Silent-hour test call</b>: would we reach you at night? Tap <b>Received</b>.
test-call-answered = ✅ You answered at { $at }. Thank you.
wake-list = 😴 <b>{ $area }: villages nobody would wake tonight</b>: { $number } of { $villages }
wake-list-half = With one officer only: { $number }
wake-list-how = Please phone them; fill posts by invitation. Next look in a week.
wake-village = · { $area }: { $posts }
wake-post = { $rank } { $who } ({ $why })
wake-empty = Without any officer, { $number }: { $names }
wake-more = … and { $number } more
wake-vacant = vacant
wake-silent = not heard for { $days } days
### Storm control

storm-title-p0 = 🔴 <b>Many reports at once: { $number } P0 here, { $open } with no answer</b>
storm-title-rest = 📋 <b>Many reports at once: { $number } here, { $open } with no answer</b>
    { $counts }
storm-line = { $mark } { $number } { $area } { $category } · { $span }
storm-line-taken = ✅ { $number } { $area } { $category } · { $by }
storm-more = { $number } more: see /cases.
storm-again = ❗ <b>{ $number } with no answer</b>, the oldest for { $span }:
button-storm = Acknowledge { $number }

### Steering a broadcast

button-pause = ⏸ Pause
button-resume = ▶️ Go on
button-stop = ⏹ Stop
button-record = Record
alert-sending-paused = ⏸ <b>Paused</b>, { $number } wait. They do not go out by themselves.
alert-sending-stopped = ⏹ <b>Stopped</b>; what had not gone out does not.
alert-toast-pause = Paused.
alert-toast-resume = It goes on.
alert-toast-stop = Stopped; what had not gone out does not.
unsent-stopped = stopped
unsent-file-gone = the file is gone
skipped-elsewhere = subscribed to another place
record-title = 📋 Record of no. { $number } “<b>{ $title }</b>” (arrived / meant; who subscribed to two places counts in both)
record-nobody = Nobody was to get it.
record-line = · { $name } { $sent }/{ $total }
record-more = … and { $number } more places
command-why = why somebody did not get an alert
why-how = Write <code>/why alert name</code> (for the name also a phone or Telegram number); for alert 12: <code>/why 12 Chen Xiulan</code>
why-unknown = “{ $who }” was not found: they never opened the bot, or under another name.
why-sent = ✅ { $name }: arrived at { $at }.
why-sending = ⏳ { $name }: on its way now.
why-ready = ⏳ { $name }: waiting in line, from { $at }.
why-paused = ⏸ { $name }: the sending is paused.
why-held = ❔ { $name }: nobody knows whether it arrived (the bot was stopped while sending); “Send again” sends it.
why-failed = ❌ { $name }: it did not arrive ({ $reason }).
why-dropped = 🚫 { $name }: it was not sent ({ $reason }).
why-skipped = 🚫 { $name }: it was not sent, { $reason }.
why-unreachable = ❌ { $name }: cannot be reached (blocked the bot, or the account is gone).
why-none = 🚫 { $name }: has not subscribed to this place.

### Paid broadcasts

button-paid = ⚡ Pay to be fast (at most { $stars } Stars)
button-free = Do not pay (30 a second)
alert-card-paid = ⚡ Paid: 1,000 a second, at most <b>{ $stars }</b> Stars (0.1 each) from the bot's balance
alert-toast-paid = Chosen; it takes effect when it is published.
alert-toast-free = Back to the free way.
alert-refused-admins-only = Only an administrator may choose to pay.
# what a resident's own words are answered with; what could not be read and why; words after a receipt
words-not-sent =
    ☎️ <b>If anyone is in danger, call 110, 119 or 120 now.</b>
    This is not an emergency line: your words were sent to nobody.
    To tell the village's officer, tap below. Officers: open the invitation link from your administrator.
receipt-unread-file = ✅ Received, number <b>{ $number }</b>. I cannot listen to it or look at it, so a duty officer is. You may also type what and where.
receipt-unread-drill = ✅ Received, number <b>{ $number }</b>. You marked it as a drill, but no drill is going on, so a duty officer is checking. <b>If it is real, write “not a drill” and say it again.</b>
followup-placed = 📍 { $place }
mark-place-asked = ⚠️ The officer is asked which place: { $places }
nothing-open-to-withdraw = There is no report to withdraw. /cases shows your reports.
followup-which = Taken as about this one: { $category }.
button-meant-other = It is about { $number } { $category }
button-meant-new = Something else: report it by itself
words-moved = Done: these words now stand with <b>{ $number }</b>.
fault-words-followed = Something newer has been added since. Please write “correction: …” instead.
## Residents answer an alert: 我安全, 需要帮助, 帮我看看家人

button-help-safe = ✅ I am safe
button-help-help = 🆘 I need help
button-help-family = 👪 Look after my family
button-help-send = 🆘 Send the request
button-help-go = 🏃 I am going
placeholder-help = What is wrong? How many people?
placeholder-family = Who is it? Where do they live?
help-not-110 = <b>Life in danger: call 110, 119 or 120 at once.</b>
help-ask-help = You may share your location and number, or write a few words: what is wrong, how many people, where. It can go without them.
help-ask-family = Please write who it is, how old, where they live and how to reach them. You may share a location and your number.
help-consent = 🔐 By tapping “Send the request” you agree that your name and what you send here go to the village officer and the duty room, for this rescue only. Deleted { $days } days after the alert is over.
help-preview = 👀 <b>Not sent yet.</b> To the officer of { $area } and the duty room:
help-with-place = 📍 with a location
help-without-place = 📍 no location
help-with-phone = 📞 { $phone }
help-without-phone = 📞 no number: nobody can ring you
help-not-usable = That cannot be used. Please send a location, a number or words.
help-sending = Sending.
help-receipt = 🆘 <b>Your request has been sent.</b> The officer and the duty room are being called; you will hear when somebody answers. Life in danger: call 110, 119 or 120 at once.
help-coming = 🏃 The officer <b>{ $by }</b> is on the way to you. { $phone }
help-told-taken = ✅ The duty room has your request and is dealing with it. If it gets worse, call 110, 119 or 120 at once.
help-told-over = The duty room has finished with your request. If you still need help, tap “I need help” again, or call 110, 119 or 120.
help-cancelled = Cancelled. Nothing was sent.
help-toast-safe = Noted: you are safe. If that changes, tap “I need help”.
help-toast-over = This alert is over. If you need help, call 110, 119 or 120, or send /tip.
help-toast-drill = 【演练】 This is a drill: no request is sent. In real danger call 110, 119 or 120. 【演练】
help-toast-already = Your request has been sent and is being dealt with. If it gets worse, call 110, 119 or 120 at once.
help-toast-going = The duty room and the resident know that you are going.
help-officer-help = 🆘 <b>A resident asks for help</b> (under an alert)
help-officer-family = 👪 <b>A resident asks you to look after their family</b>
help-officer-next = The duty room has it, too. If you go, tap “I am going”.
help-going = 🏃 The officer <b>{ $by }</b> is going there. { $phone }
help-now-safe = ✅ The resident has tapped “I am safe” since. Please check.
answers-title = 🙋 <b>Residents' answers</b> · no. { $number } { $title }
answers-sum = ✅ safe { $safe } · 🆘 need help { $help } · 👪 family { $family }
answers-line = { $place }: ✅ { $safe } · 🆘 { $help } · 👪 { $family }
answers-more = and { $number } more places
card-resident = 👤 Resident: { $name } · { $phone }
mark-help = 🆘 A resident asks for help; nobody has checked it. Ring them: they cannot be asked here.
mark-family = 👪 A resident asks for somebody to be looked after; nobody has checked it. Ring them: they cannot be asked here.
### Early signs (苗头): the form, the referral, 提前介入

button-sign = Report early sign
command-sign = Report an early sign (dispute, gathering)
mark-from-sign = 🔗 came out of early sign { $number }
mark-keyed = ⌨️ typed by { $name }
sign-plan = 🗓 <b>Planned: { $value }</b>
sign-referral = Referral ({ $kind }): first { $first }, then { $then }
sign-restricted = 🔒 Private: the story is left out. On duty? Tap See the words, or call the officer.
sign-became = ⚠️ has become incident { $numbers }
intervention-given = Early step-in: { $unit }, by { $due }, <b>nobody has taken it yet</b>
intervention-taken = Early step-in: { $unit }, <b>{ $by }</b> has taken it, by { $due }
intervention-settled = ✅ Early step-in: { $unit }, { $by }. Outcome: { $outcome }
intervention-late = ⏰ <b>overdue by { $span }</b>
intervention-overdue = ⏰ { $number }: the early step-in is overdue by { $span }. Unit: { $unit }; taken by: { $by }. Note the outcome, or pass it on.
sign-nobody = nobody yet
button-sign-step-in = Step in early
button-sign-take = I take it
button-sign-taker = Name who takes it
button-sign-outcome = Note the outcome
button-sign-again = Pass on or extend
button-sign-names = See the words
button-sign-other = Another unit: type it
sign-who = { $number }: who steps in?
sign-when = { $number }: <b>{ $unit }</b>, within how many days?
sign-days = { $days } d
sign-given = { $number }: <b>{ $unit }</b> is asked to step in within { $days } days; the card shows it.
sign-toast-taken = { $number }: taken. Whoever reported it will know.
sign-settled = { $number }: noted, and told to whoever reported it. Tap Close on the card to close it.
type-intervention-unit = { $name }, please <b>reply to this message</b>: which unit steps in on { $number }?
placeholder-intervention-unit = Name of the unit
type-intervention-taker = { $name }, please <b>reply to this message</b>: who takes { $number }? The name, and a number if you like.
placeholder-intervention-taker = Name
type-intervention-outcome = { $name }, please <b>reply to this message</b> with the outcome of { $number }.
placeholder-intervention-outcome = One or two sentences
intervention-told-given = 🤝 { $number }: <b>{ $unit }</b> was asked to step in by { $due }.
intervention-told-taken = 🤝 { $number }: <b>{ $by }</b> of <b>{ $unit }</b> has taken it, by { $due }.
intervention-told-settled = ✅ { $number }: there is an outcome ({ $unit }, { $by }): { $outcome }

### On behalf of a caller (代报), one-line codes

command-behalf = Report for somebody who has phoned you
command-code = One-line code, such as H3 2 0 高滩
behalf-no-right = This is for officers (in private) and duty staff (duty group or private).
behalf-words = { $name }, what did they say? { $place ->
        [group] <b>Reply to this message</b> with
       *[private] Write
    } one sentence: what, which village, anyone hurt.
behalf-say-what = { $name }, I cannot see what happened. { $place ->
        [group] <b>Reply to this message</b> with
       *[private] Write
    } what and where, such as 高滩村口车祸伤两人, or a code such as H3 2 0 高滩.
behalf-caller = Caller: { $name }
behalf-caller-ask = { $name }, who called? { $place ->
        [group] <b>Reply to this message</b> with
       *[private] Write
    } an officer's name, or a villager's name and number; and when, such as 何志强 9:30. No time means just now; unknown: Skip.
behalf-caller-long = Too long. Only the name, the number and the time here; what happened comes next.
behalf-time = The time of the call “{ $said }” cannot be: it must be past, within two days. Please write it again, such as 9:30.
behalf-which = Which officer called?
behalf-none-of-these = None of these
behalf-words-please = Words, please; send photos afterwards.
behalf-who-after = ☎️ Who called? Name, number, time, such as 张伯 9:30. Leave it if you do not know.
behalf-caller-kept = { $number }: the caller and the time are noted.
behalf-receipt = ✅ Recorded, number <b>{ $number }</b>, { $priority }
    { $category } · { $place }
behalf-call-at = Time of the call: { $at }
placeholder-behalf = Write here
code-hazards = Hazards
code-title = <b>One-line codes · { $kind }</b>
    code { $one } { $two } place, such as <code>H3 2 0 高滩</code>
code-how = Unknown is ?; leave out what was not said (that is not 0). Duty staff send <code>/code H3 2 0 高滩</code>
code-figure-injured = hurt
code-figure-ill = ill
code-figure-trapped = trapped
code-figure-threatened-households = households threatened
code-figure-threatened-people = people threatened
code-not-one = This is no code. A letter and a number, two figures and a place, such as { $example }. /code shows the table.
code-unknown = There is no code { $code }; the last is { $last }. Right is, for example, { $example }. /code shows the table.
code-too-many = After { $code } come two figures at most, then the place, such as { $example }.
code-no-place = { $code } needs a place too, such as { $example }.
code-too-large = { $figure } is too large; please check. For example: { $example }.
### Escalation policies

command-policy = Call rules: who is called at which minute
policy-admins-only = Only an administrator may change the call rules.
policy-list = <b>Call rules</b>
    Where none is set, the built-in ladder holds. Tap one to read it:
policy-none = <b>Call rules</b>
    None is set: the built-in ladder holds everywhere.
policy-how = <b>Send me the rule.</b> First line: the priority, and if you like a town, a category, hours. Then a line a step; numbers are minutes after the step before:
    <pre>P0 派潭镇 22:00-06:00
    0 town district
    3 town duty
    3 leader @name
    repeat 5 town district leader
    progress 20
    stop acknowledge refer</pre>
    Whom: town district duty deputy leader post-A post-B, a department (water), @name. To leave: /cancel
policy-preview = <b>{ $title }</b>
    If at { $at } in { $area } there is a { $level } ({ $category }), and nobody answers:
policy-call = { $at } { $whom }
policy-call-silent = { $at } { $whom } (no sound)
policy-on = Then every { $minutes } min again, until { $stops }.
policy-ends = Then no more calls.
policy-progress = Acknowledged and no progress for { $minutes } min: called again.
policy-sure = Right? New cases will follow it; those being called now do not change.
policy-title = { $level } { $area } { $category } { $hours }
policy-version = version { $version } · { $by } { $at }
policy-old = <b>Old versions</b>
    Rules that no longer hold, the last to end first:
policy-old-none = No old versions.
policy-old-line = { $title } v{ $version } · { $at }
policy-old-ended = No longer in force: replaced or taken down by { $by }, { $at }.
button-policy-old = 🕘 Old versions
policy-everywhere = whole district
policy-any = any kind
policy-saved = ✅ Saved, version { $version }.
policy-ended = ✅ Taken down; another rule or the built-in ladder holds.
policy-end-sure = Take down “{ $title }”?
policy-whom-town-duty = town group
policy-whom-district-duty = district group
policy-whom-leader = leader
policy-whom-on-duty = on duty
policy-whom-deputy = deputy
policy-whom-post = post { $rank }
policy-stop-acknowledged = acknowledged
policy-stop-referred = referred
policy-or = {" "}or{" "}
button-policy-new = + Write one
button-policy-save = Save
button-policy-end = Take down
button-policy-end-sure = Take it down
policy-fault-word = I do not know “{ $said }”. Send it again, or /cancel.
policy-fault-level = The first line needs a priority: P0, P1, P2 or P3. Send it again, or /cancel.
policy-fault-hours = The hours begin and end alike. Send it again, or /cancel.
policy-fault-steps = There is no step: nobody would be called. Send it again, or /cancel.
policy-fault-many = At most { $said } steps. Send it again, or /cancel.
policy-fault-repeat = P0 needs a “repeat” line: a life is called for until somebody answers. Send it again, or /cancel.
policy-fault-first = The first step must be 0: at once. Send it again, or /cancel.
policy-fault-minutes = “{ $said }” is not 1 to 1440 minutes. Send it again, or /cancel.
policy-fault-whom = “{ $said }” does not say whom to call. Send it again, or /cancel.
policy-fault-stop = After “stop” write acknowledge or refer. Send it again, or /cancel.
policy-fault-person = Nobody named “{ $said }” has opened the bot. Send it again, or /cancel.
policy-fault-persons = More than one is named “{ $said }”. Name the post, or /cancel.

timeline-intervention-given = 🤝 { $by } asked a unit to step in{ $note }
timeline-intervention-taken = 🤝 { $by } noted who takes it{ $note }
timeline-intervention-settled = ✅ { $by } noted the outcome{ $note }
timeline-intervention-overdue = ⏰ the early step-in is overdue{ $note }
timeline-caller-named = ☎️ { $by } noted who called{ $note }
### The auditor, the second channel

alarm-missed = 🆘 <b>{ $number } did not climb as its rule says</b> ({ $reason }). Please telephone now, and look at the log.
reason-missed-no-climb = the calls never began
reason-missed-stopped = stopped though nobody answered
reason-missed-late = a call is overdue
reason-missed-no-time = no time for the next call
reason-missed-too-far = the next call lies too far ahead
reason-missed-lapse-late = progress was not looked at in time
reason-missed-unreadable = its rule cannot be read
alarm-hook = ⚠️ The second channel (SMS or voice gateway) failed: { $number }, step { $step }, { $fault }. Calls in Telegram go on.
drill-doubt-forwarded = You did not say whether it was the drill or real, so it went to the duty room as possibly real.

## Posters, what is true, places of refuge

button-subscribe-here = ✅ Get the alerts of this place
button-subscribe-elsewhere = Another place
button-real = ❓ Is this message true?
button-shelter = 🏠 Nearest shelters
subscribe-confirm = Get the public alerts of <b>{ $name }</b>? One tap; you may leave at any time.
link-unknown-area = The place in this link is not known. Send /subscribe and choose it yourself.
command-real = is this message true?
command-shelter = nearest shelters
real-live = ✅ <b>Issued here and in force now</b> ({ $names }):
real-none = ❌ <b>No such alert is in force here</b> ({ $names }).
real-over = Over within the last day:
real-rule = If the issuer, the time or the place differs from this, it was not issued here: please do not pass it on. The observatory has the last word on weather. In danger call 110, 119 or 120.
real-rule-none = What you have seen was not issued here: please do not pass it on. The observatory has the last word on weather. In danger call 110, 119 or 120.
shelter-where = Where are you? Share your location, or type a village.
shelter-not-found = That place was not found. Share your location, or type a town or village.
shelter-title = 🏠 <b>The nearest open shelters</b> (as the crow flies)
shelter-line = <b>{ $number }. { $name }</b> · { $km } km · { $area }
shelter-room = 👥 room for { $number }
shelter-not-for = ⚠️ no refuge from: { $what }
shelter-care = Do not go where the road is flooded or has slid; do as the village officer says. In danger call 110, 119 or 120.
shelter-none = No shelter is open now. Ask the village officer; in danger call 110, 119 or 120.
shelter-none-kept = There is no list of shelters yet, or none of yours. Administrators: python -m bot load shelters.csv
shelter-kept-title = 🏠 <b>Shelters</b>
shelter-kept-line = { $mark } { $name } ({ $area }): { $state }
shelter-kept-how = Tap to change: { $open } open · { $full } full · { $closed } closed
shelter-open = open
shelter-full = full
shelter-closed = closed
shelter-map = 🗺 <a href="{ $url }">Map</a>

## The poster of an area

poster-title = Scan for local alerts
poster-how = 1. Install Telegram  2. Scan the code, tap Start  3. Tap “Get the alerts of this place”
poster-what = Rainstorm, typhoon, flash flood and landslide alerts for { $name }, at once on your phone. Free; leave at any time.
poster-danger = Life in danger: call 110, 119 or 120
poster-caption = 🖨 The poster of <b>{ $name }</b>, A4, ready to print.
poster-which = A poster of which village? Please write: /poster 派潭镇高滩村
poster-no-right = Only duty staff of that place and administrators make its poster.
command-poster = a village's poster with its QR code

### A note under the card

timeline-verb-noted = 📝 { $by }{ $note }
case-note-kept = 📝 On the timeline of { $number }; the officer does not see it. To ask the officer, tap Ask.

### The checklist of a case (处置清单)

button-checklist = Checklist
button-step-na = Not needed…
checklist-line = 📋 Checklist { $done }/{ $all }{ $more }
checklist-late = {" "}· ⏰ late { $number }: { $names }
checklist-new = {" "}· 🆕 new: { $names }
checklist-title = 📋 <b>{ $number } checklist</b> ({ $name })
checklist-how = Tap a step to tick it; tap ☑ or ➖ to take it back.
checklist-none = { $number } has no checklist.
checklist-open = { $mark } { $number } { $name } ({ $role }{ $due }){ $new }
checklist-due = , by { $at }
checklist-is-new = {" "}🆕
checklist-done = ☑ { $number } { $name } · { $by } { $at }
checklist-na = ➖ { $number } { $name } · not needed: { $note } ({ $by } { $at })
checklist-open-figures = ❓ More steps may come once these are known: { $figures }
checklist-which-na = { $number }: which step is not needed?
checklist-is-open = “{ $name }” is not ticked.
checklist-already-done = “{ $name }” was ticked by { $by } at { $at }.
checklist-already-na = “{ $name }” was set aside by { $by } at { $at }.
checklist-overdue = ⏰ <b>{ $number }</b> Steps past their time:
checklist-overdue-step = ☐ { $number } { $name } ({ $role }, by { $due })
step-role-town = town duty
step-role-district = district duty
step-role-leader = leader
step-role-commander = commander
step-role-village = village
type-step-na = { $name }, <b>reply to this message</b>: why is this step of { $number } not needed?
placeholder-step-na = Why it is not needed
toast-ticked = ☑ Ticked
toast-unticked = Taken back
as-it-is = { $text }
timeline-verb-ticked = ☑ { $by } did{ $note }
timeline-verb-unticked = ☐ { $by } took back{ $note }
timeline-verb-step-set-aside = ➖ { $by } set aside{ $note }
timeline-verb-steps-added = 📋 Steps joined the checklist{ $note }
timeline-verb-steps-overdue = ⏰ Checklist late{ $note }
## Circles and polygons on an alert

alert-ask-radius = <b>How far around this point?</b> Tap one, or write kilometres, such as 1.5.
alert-radius = { $km } km
alert-fault-radius = “{ $text }” is no distance. Write 0.05 to 50 (kilometres), such as 1.5, or 800m.
alert-map = 🗺 <a href="{ $url }">Map</a>
alert-shape-circle = ◎ <b>{ $km } km</b> around { $point } · <a href="{ $url }">map</a>
alert-shape-polygon = ◎ A marked area ({ $number } polygons) · <a href="{ $url }">map</a>
alert-shape-counted = 🏘 This counts in <b>{ $number }</b> villages and communities
alert-shape-town-whole = · { $name }, all { $number }: { $names }
alert-shape-town = · { $name }, { $number }: { $names }
alert-shape-unplaced = ⚠️ { $number } of them have no coordinates: town points are good to { $km } km only, so every town that may be touched is counted in as a whole. Too wide beats too narrow.
alert-shape-placed = { $number } with coordinates: within { $km } km of the area.
alert-shape-by-hand = ✋ The drafter changed the places: they are not quite those of the area.
alert-shape-left-out = ⚠️ <b>Not yours, left out</b>: { $names }. Tell the level above.
alert-shape-far = This is too far away: no place is counted in. Check the coordinates (latitude, longitude).
alert-shape-not-yours = This lies in { $names }, which is not yours. Tell the level above.
button-drop-shape = Drop the area
area-file-fetching = 📥 Got it; reading this area file …
area-file-read = 🗺 Read: { $polygons } polygons, { $points } points.
area-file-refused = ⚠️ This area file cannot be used: { $why }
button-use-area = Use this area
area-file-why-too-big = It is too big (512 KB at most).
area-file-why-not-xml = It is no sound KML.
area-file-why-doctype = It has a DOCTYPE, which may be harmful.
area-file-why-not-area = It is neither GeoJSON nor KML.
area-file-why-no-polygon = There is no polygon in it (points or lines alone will not do).
area-file-why-coordinates = The coordinates are wrong: WGS-84 degrees, longitude first, then latitude.
area-file-why-too-many = Too complicated: at most 20 polygons and 5,000 points.
area-file-why-packed = It is a packed KMZ. Unpack it and send the .kml inside.
area-file-why-away = The file cannot be fetched just now. Please send it again.
### Notices at a time, repeated notices

button-schedule-once = At a time
button-schedule-repeat = Repeat
button-schedules = Scheduled
button-templates = Ready notices
button-schedule-set = Set it
button-other-time = Repeat instead
button-all-year = All year
button-flood-season = Flood season ({ $season })
button-rule-daily = Every day
button-rule-weekdays = Monday to Friday
button-rule-weekly = Weekly…
button-rule-monthly = Monthly…
button-schedule-pause = Pause
button-schedule-resume = Resume
button-schedule-stop = Stop it
button-schedule-stop-sure = Yes, stop it
button-schedule-edit = Edit words
button-schedule-now = Send once now
button-schedule-take = I take it over
button-schedule-show = Open
schedule-today = Today { $hour }
schedule-tomorrow = Tomorrow { $hour }
schedule-when = When shall it go out? Tap, or type: tomorrow 08:00, 2026-06-05 14:30.
schedule-time-past = That time has passed.
schedule-time-impossible = There is no such day or hour.
schedule-time-unreadable = I could not read that time.
schedule-time-far = That is too far ahead; a year or so at most.
schedule-hour = { $day } At what hour? Tap, or type 7:30.
schedule-hour-unread = I could not read that hour.
schedule-kind = How often?
schedule-weekdays = Which days of the week? You may choose several.
schedule-day = Which day of the month? Tap or type. In a month without it, it goes out on the last day.
schedule-day-unread = I could not read that day.
schedule-season = All year, or in a season only? You may type it: 05-01 - 09-30.
schedule-season-unread = I could not read that season.
schedule-confirm = ⏰ <b>{ $when }</b> to the officers of { $names }. If it is right, tap <b>Set it</b>.
schedule-confirm-zero = ⏰ <b>{ $when }</b> a zero report of one day begins in { $names }, due within two hours. If it is right, tap <b>Set it</b>.
schedule-next = Next: { $times }
schedule-never = Set like this it would never go out. Please choose another time.
schedule-one-time = { $at }, once
schedule-over = has gone out
rule-daily = Every day { $hour }
rule-weekdays = Monday to Friday { $hour }
rule-weekly = Every { $days } { $hour }
rule-monthly = Monthly on { $days } { $hour }
rule-season =  ({ $season })
season = { $month }/{ $day } – { $last_month }/{ $last_day }
month-day = day { $number }
month-end = the last day
schedule-set = It is set. The card below shows when it goes out next.
schedule-templates = <b>Ready notices</b>: open one, change what you like. None goes out by itself until you tap Set it or Publish.
schedule-list = ⏰ <b>Scheduled notices</b>, the next one first:
schedule-list-none = ⏰ No scheduled notices yet. Write a notice, then tap <b>At a time</b> or <b>Repeat</b>.
schedule-more = And { $number } more.
schedule-line = #{ $number } { $state } { $when } · { $by }
schedule-state-active = ▶️
schedule-state-paused = ⏸ paused
schedule-state-held = ⚠️ held
schedule-state-ended = ⏹ ended
schedule-title = ⏰ <b>Scheduled notice #{ $number }</b> { $state }
schedule-plan = { $names } · <b>{ $when }</b>
schedule-by = Set by { $by }
schedule-state-by = by { $by }
schedule-last-sent = Last time { $at }: received <b>{ $received }/{ $total }</b>
schedule-last-missed = Last time { $at } it was not sent: the bot was down
schedule-last-held = Last time { $at } it was not sent: its author has no right any more
schedule-last-switched = Last time { $at }: zero report switched on
schedule-stop-sure = Stop scheduled notice #{ $number }? It will not go out again; the record stays.
schedule-now-sure = Send it once to the officers of { $names } now?
schedule-changed = Done.
schedule-gone = This scheduled notice is gone.
schedule-write = What shall scheduled notice #{ $number } say from now on? Please write it (Cancel leaves it as it is).
schedule-missed = ⚠️ Scheduled notice #{ $number } ({ $text }) was not sent { $times } times since { $due }: the bot was down, and the time for sending late is over. To send it, tap <b>Open</b>, then <b>Send once now</b>.
schedule-held = ⚠️ Scheduled notice #{ $number } ({ $text }) was not sent: { $by } may not send notices any more. Somebody who may: tap <b>Open</b>, then <b>I take it over</b>, or stop it.
alarm-schedule-held = ⚠️ Scheduled notice #{ $number } is held: { $by } has no right any more. It says: { $text }
broadcast-still-silent = ⏳ Time is up and these have not answered. Please ring them:
### The room of a case: its topic in a forum group

timeline-verb-note-edited = ✏️ { $by } edited what they had said{ $note }
case-topic = { $mark } <b>{ $priority }</b> { $topic } has its own topic: open it and acknowledge there.

## How soon and how surely an alert holds

alert-how-sure = ⏱ When: <b>{ $urgency }</b> · How sure: <b>{ $certainty }</b>
cap-is-immediate = Now
cap-is-expected = Soon
cap-is-future = Later
cap-is-past = Past
cap-is-observed = Seen
cap-is-likely = Likely
cap-is-possible = Possible
cap-is-unlikely = Unlikely
### On-scene command

button-command = On-scene command
button-command-name = Name a commander
button-command-other = Name somebody else
button-command-hand-over = Name a successor
button-command-told = ☎️ Told by phone, accepts
button-command-withdraw = Take it back
button-command-typed = No account: type
button-command-accept = ✅ Accept, I command
button-command-refuse = I cannot, say why
button-scene-arrive = 📍 On scene
button-scene-brief = 📻 Report
button-scene-support = 🆘 Need support
button-scene-hand-over = Hand over
command-line = 🦺 On-scene commander: { $who }
command-line-asked = 🦺 On-scene commander: { $who } ({ $asked })
command-first-there = head of the first unit there
command-line-standing = { $name } (since { $at }{ $arrived ->
    [no] , not yet said on scene
   *[other] , on scene { $arrived }
})
command-waiting = asked: { $name }
command-silent = { $name } is silent, ring
command-refused = { $name } cannot, name somebody else
command-title = <b>{ $number } on-scene command</b>
command-how = Until somebody accepts, the head of the first unit there commands. The old commander stays until the new one accepts.
command-whom = { $number }: who shall { $old ->
    [none] command on the scene
   *[other] take over from { $old }
}? ☎️: the bot cannot reach them, ring them.
command-whom-none = Nobody on the register; type a name.
command-no-phone = no number on record
command-by-telephone = Please ring <b>{ $name }</b> { $phone } and ask them to command at { $number }. Tap below once they accept; your name is kept.
command-named = { $name } is asked to command at { $number }; after { $minutes } min of silence the group hears. Until then the head of the first unit there (or the old commander) commands.
command-told-done = Kept: { $name } commands at { $number }, told by phone.
command-withdrawn-done = { $number }: taken back, and they were told.
command-already = { $number }: they command already, or are asked.
command-typed-again = Please write a name and a number, such as: Zhang Wei 13800000001. /cancel to stop.
type-scene-person = { $name }, please <b>reply to this message</b>: who for { $number }? Name and number, such as Zhang Wei 13800000001.
placeholder-scene-person = name number
type-scene-note = { $name }, please <b>reply to this message</b>: handing over { $number }: what is done, what is not, which dangers?
placeholder-scene-note = done, not done, dangers
type-scene-refuse = { $name }, please <b>reply to this message</b>: why can you not command at { $number }? A few words will do.
placeholder-scene-refuse = reason
type-scene-support = { $name }, please <b>reply to this message</b>: { $number } needs what, how many, where?
placeholder-scene-support = such as: 1 digger to the village gate
command-card-named = 🦺 <b>You are asked to command at { $number }</b>
    Named by { $by }. Please tap below within { $minutes } min. Once you accept you decide the plan and direct the units, and everybody obeys (Guangdong regulation, art. 36).
command-card-standing = 🦺 <b>You command at { $number }</b> (since { $at })
    To report: <b>reply to this message</b>, or tap 📻 Report first. Words, photo, voice or location go to the duty group at once.
command-card-note = 📋 Handed over by { $before }: { $note }
command-card-refused = You said you cannot command at { $number }.
command-card-withdrawn = { $number }: somebody else was found. Thank you.
command-card-handed-over = You have handed over the command at { $number }. Thank you.
command-card-ended = { $number } is over, and so is the command.
command-again = ⏰ { $number }: still waiting for you. Can you command on the scene?
command-not-needed = { $number }: { $by } has arranged it otherwise; you need not command. Thank you.
command-not-needed-over = { $number } { $state }; you need not command. Thank you.
command-relieved = { $number }: { $name } has taken over; you are relieved. Thank you.
command-stay-refused = ⚠️ { $number }: { $name } cannot take over ({ $reason }). <b>You still command.</b>
command-stay-silent = ⚠️ { $number }: { $name } does not answer. <b>You still command.</b> Ring them, or hand over to somebody else.
command-over = { $number } { $state }; your command ends here. Thank you.
command-over-closed = is closed
command-over-false-alarm = was a false alarm
command-over-merged = was joined to another case
command-over-withdrawn = was taken back
command-over-drill = was a drill
command-news-named = 🦺 { $by } has asked { $name } to command at { $number }; no answer yet.
command-news-accepted = 🦺 <b>{ $name }</b> accepts and commands at { $number }.
command-news-taken-over = 🦺 <b>{ $name }</b> takes over the command at { $number } from { $old }.
command-news-told = 🦺 <b>{ $name }</b> commands at { $number } (told by phone, by { $by }{ $old ->
    [none] {""}
   *[other] ; in place of { $old }
}).
command-news-refused = ⚠️ { $name } cannot command at { $number }: { $reason }. Please name somebody else.
command-news-silent = ⚠️ { $name } has not answered about the command at { $number }. Ring, or name somebody else.
command-news-out-of-post = ⚠️ { $name } holds no post here any more and cannot command at { $number } through the bot. Please name somebody else.
command-news-arrived = 📍 Commander { $name } is on the scene of { $number }.
command-news-note = 📋 Handed over: { $note }
command-toast-accepted = You command at { $number } now.
command-refused-kept = The duty group knows: you cannot command at { $number }.
command-tap-stale = This button is out of date: somebody accepted, was named, or it was taken back.
command-answer-please = Please tap Accept or I cannot above.
scene-update = 📻 <b>Commander { $by }</b> { $at }: { $text }
scene-support = 🆘 <b>Commander { $by }</b> { $at } needs support ({ $number }): { $text }
scene-kind-pin = location
scene-kind-photo = photo
scene-kind-video = film
scene-kind-voice = voice
scene-kind-audio = recording
scene-kind-document = file
scene-kind-animation = animation
scene-kind-video-note = film
scene-sent = 📻 Sent to the duty group, kept with { $number }.
scene-support-sent = 🆘 Sent to the duty group, kept with { $number }. If it is urgent, ring them too.
scene-brief-ask = 📻 { $number }: send words, a photo, a voice or a location. The next one within 10 minutes goes to the duty group.
scene-here-ask = 📍 { $number }: on scene, the duty group knows. You may send your location within 10 minutes (paper clip → Location).
scene-here-noted = 📍 { $number }: on scene, the duty group knows. To send your location, <b>reply to the commander's card</b> with it.
scene-again = { $number }: you said so already.
scene-controlled = { $number }: kept as under control; the duty group knows.
scene-not-commander = Not sent: you do not command at { $number } now. Please ring the duty room.
scene-nothing = That cannot be sent. Words, a photo, a voice or a location, please.
timeline-verb-command-named = 🦺 { $by } asks somebody to command{ $note }
timeline-verb-command-note = 📋 { $by } hands over{ $note }
timeline-verb-command-accepted = 🦺 { $by } accepts and commands on the scene
timeline-verb-command-taken-over = 🦺 { $by } takes over the command, until then{ $note }
timeline-verb-command-told = ☎️ { $by } has told by phone, commander{ $note }
timeline-verb-command-refused = { $by } cannot command{ $note }
timeline-verb-command-silent = No answer about the command{ $note }
timeline-verb-command-withdrawn = { $by } no longer asks{ $note }
timeline-verb-command-ended = The command ends{ $note }
timeline-verb-arrived = 📍 { $by } is on the scene
button-command-arrived = ☎️ Told by phone: on scene
command-arrived-done = Kept: the commander of { $number } is on the scene, told by phone.
timeline-verb-command-arrived = ☎️ { $by } notes: the commander is on the scene{ $note }
button-scene-send = 📻 Send to the duty group
scene-held = Not sent. You command at { $number }: tap below to send it to the duty group. Next time <b>reply to your card</b>, or tap 📻 Report first.
timeline-scene-update = 📻 Commander { $by }{ $note }
timeline-scene-support = 🆘 Commander { $by } needs support{ $note }
### Referring, assigning, raising and lowering: what somebody must answer

button-refer-nobody = { $name } ✍️
button-refer-more = More functions
button-refer-typed = Somebody else, typed
button-withdraw-request = Take back
button-accept = Accept
button-refuse = Refuse
button-assign = Assign
button-set-priority = Raise / lower
button-priority = { $mark } { $level }
button-lower-sure = Yes, lower it
button-lower-ask = Ask a leader
button-release = ✖ { $who }
button-page-back = ◀ Back
button-page-on = On ▶
refer-menu = { $number }: refer it to whom? Until they accept it is yours, and unanswered the calls go on. ✍️: nobody of theirs is here, type to whom it went.
refer-waits = { $number }: at { $at } <b>{ $by }</b> asked <b>{ $to }</b> to take it, an answer is due by { $due }. To refer it to somebody else, take it back first.
assign-menu = { $number }: who sees to it? ● is on duty. They must answer in time; ✖ takes it back.
assign-nobody = { $number }: nobody of the duty room, the village or the departments here can be written to.
button-assign-office = A department
assign-office = { $number }: which department sees to it? Whoever of them accepts does; the case stays with the duty room (to hand it over: Refer).
handover-request = 📨 { $number } { $asked ->
    [referral] referred to
    [assignment] assigned to
   *[lowering] to be lowered by
 } { $to } ({ $by }): not answered yet
assign-candidate = { $duty ->
    [yes] ● { $name }
   *[no] { $name }
 } ({ $area } { $role ->
    [leader] leader
    [head] head
    [department] { $function }
   *[duty] duty
 })
assign-asked = { $number }: <b>{ $name }</b> is asked to see to it.
priority-menu = { $number } is { $mark } <b>{ $level }</b>. Which one now? A reason is needed.
lower-sure =
    { $number }: { $before } → <b>{ $after }</b>
    Reason: { $reason }
    Lower it? Calls become slower.
lower-needs-leader = Somebody is dead, missing or trapped, or it is a P0 in a town: a leader must confirm. Until then nothing changes.
type-request-refusing = { $name }, please <b>reply to this message</b>: why is { $number } refused?
type-priority-reason = { $name }, please <b>reply to this message</b>: why another priority for { $number }?
placeholder-request-refusing = Why it is refused
placeholder-priority-reason = Reason
referral-asked = { $number }: they are asked to accept. Until then it is yours.
request-accepted = { $number }: you have accepted.
request-refused = { $number }: refused, it goes back to whoever asked you.
request-withdrawn = { $number }: taken back.
request-pending = { $number }: one request waits already. Take it back first.
request-nobody = Nobody here can answer for them. Ring them, then type to whom it went.
request-answered = { $number }: this was answered already, or its time is over.
priority-same = { $number } has this priority already.
priority-kept = { $number } is { $level } now.
priority-asked = { $number }: a leader is asked to confirm { $level }. Until then nothing changes.
request-title-referral = 📨 <b>{ $by } refers { $number } to { $to }</b>. Please accept or refuse before <b>{ $due }</b>.
request-title-assignment = 📌 <b>{ $by } asks you to see to { $number }</b>. Please accept or refuse before <b>{ $due }</b>.
request-title-lowering = ⬇️ <b>{ $by }</b> wants to lower { $number } from { $before } to <b>{ $level }</b>: { $reason }. Leaders, please confirm before <b>{ $due }</b>; accepting lowers it.
request-now-accepted = ✅ { $number }: <b>{ $who }</b> has accepted.
request-now-refused = ↩️ { $number }: <b>{ $who }</b> has refused: { $answer }
request-now-lapsed = ⏰ { $number }: not answered in time, it went back.
request-now-withdrawn = ✖ { $number }: taken back, no answer needed.
request-now-over = ☑️ { $number }: over, no answer needed.
request-told-referral-accepted = ✅ { $number }: <b>{ $who }</b> ({ $to }) has accepted what { $by } referred.
request-told-referral-refused = ↩️ { $number }: <b>{ $who }</b> ({ $to }) has <b>refused</b> it: { $answer }. Back to { $by }.
request-told-referral-lapsed = ⏰ { $number }: no answer from { $to } in { $minutes } minutes, <b>the referral has lapsed</b>. Back to { $by }.
request-told-referral-withdrawn = ✖ { $number }: the referral to { $to } is taken back.
request-told-assignment-accepted = ✅ { $number }: <b>{ $who }</b> sees to it.
request-told-assignment-refused = ↩️ { $number }: <b>{ $who }</b> <b>cannot</b>: { $answer }. Back to { $by }, please find somebody else.
request-told-assignment-lapsed = ⏰ { $number }: no answer from { $to } in { $minutes } minutes, <b>the assignment has lapsed</b>. Back to { $by }, please find somebody else.
request-told-assignment-withdrawn = ✖ { $number }: { $to } is no longer asked to see to it.
request-told-lowering-accepted = ✅ { $number }: <b>{ $who }</b> agrees to { $level }.
request-told-lowering-refused = ↩️ { $number }: <b>{ $who }</b> does <b>not agree</b> to { $level }: { $answer }. { $by }
request-told-lowering-lapsed = ⏰ { $number }: no leader confirmed in { $minutes } minutes, it is <b>not lowered</b>. { $by }
request-told-lowering-withdrawn = ✖ { $number }: the wish to lower it is taken back.
request-climb-goes-on = Nobody has acknowledged it: the calls go on.
request-waits-referral = 📨 referred to { $to }: waiting until { $due }
request-waits-lowering = ⬇️ to { $level }: a leader must confirm before { $due }
request-responsible = 👤 seen to by { $who }
request-responsible-accepted = { $who } (accepted)
request-responsible-asked = { $who } (waiting until { $due })
card-referred-taken = ↪️ referred by <b>{ $by }</b> to <b>{ $to }</b>, accepted by <b>{ $who }</b> at { $at }
referral-taken = ↪️ { $number }: <b>{ $by }</b> has referred it to <b>{ $to }</b>, <b>{ $who }</b> has accepted.{ $phone }
priority-raised = ⬆️ { $number } <b>raised</b>: { $before } → { $mark } <b>{ $after }</b>, { $by }: { $reason }
priority-lowered = ⬇️ { $number } <b>lowered</b>: { $before } → { $mark } <b>{ $after }</b>, { $by }: { $reason }
priority-confirmed = Confirmed by <b>{ $by }</b>.
timeline-priority = { $before } → { $after }: { $by }{ $leader }: { $reason }
timeline-confirmed = { " " }(confirmed by { $by })
timeline-request = { $kind ->
    [referral] Referral to
    [assignment] Assignment to
   *[lowering] Wish to lower, to
 } { $to }: { $step ->
    [asked] asked by { $by }{ $note }
    [accepted] accepted by { $by }
    [refused] refused by { $by }{ $note }
    [lapsed] not answered in time
   *[withdrawn] taken back
 }
### A case as a file

button-export = 📤 Export
button-export-word = Word
button-export-sheet = Excel
export-menu = 📤 Export all of <b>{ $number }</b>: versions, notes, questions, deadlines, calls, evidence. Which form?
export-caption = 📤 { $number }: its timeline, print { $print }, { $by }
export-title = { $number }: the case
export-file = timeline
export-printed = Printed { $at } by { $by } · print { $print } (line { $print } of the log's chain, { $hash })
export-without-names = Names and numbers of residents are left out (Emergency Response Law, art. 83)
export-none = None
export-overview = Overview
export-timeline = Timeline
export-versions = Versions of the report
export-calls = Calls
export-clocks = Deadlines
export-questions = Questions and answers
export-evidence = Evidence
export-item-number = Number
export-item-category = Category
export-item-place = Place
export-item-reported = Reported
export-item-figures = Casualties and more
export-item-grade = Grade
export-item-state = State
export-col-item = Item
export-col-value = Content
export-col-at = Time
export-col-what = Content
export-col-version = Version
export-col-by = Who
export-col-changes = What it said and changed
export-col-step = Step
export-col-called = Who was called
export-col-clock = Deadline
export-col-due = Due
export-col-met = Met
export-col-met-by = Met by
export-col-over = Over by
export-col-reason = Reason
export-col-reason-by = Reason by
export-col-source = Source
export-col-kind = Kind
export-col-caption = Caption
export-col-size = Bytes
export-col-state = Kept
export-col-hash = SHA-256
export-forwarded = (forwarded)
export-note = (duty room)
export-file-state = { $state ->
    [kept] kept
    [big] too large, with Telegram only
    [gone] cannot be fetched
    [waiting] to be fetched
    [fetching] to be fetched
   *[none] not known
 }
timeline-verb-exported = 📤 { $by } exported it

### The pulse

command-pulse = Pulse: when I get it
button-pulse-cases = All open cases
button-pulse-when = When I get it
button-pulse-now = Show it now
button-pulse-usual = As is usual
button-pulse-none = No pulse
button-pulse-urgent-on = ✅ Every { $hours } h while a P0 or P1 is open
button-pulse-urgent-off = Every { $hours } h while a P0 or P1 is open
button-pulse-approve = Decide on alert #{ $number }
button-pulse-look = Look at alert #{ $number }
button-pulse-grade = Grade { $number }
pulse-title = 📊 <b>Pulse</b> { $names } · { $at }
pulse-open = <b>{ $number }</b> open: { $shown }
pulse-open-none = No open incidents
pulse-calm = ✅ All calm: since { $since } nothing changed, nothing is late, nothing to decide.
pulse-changes = <b>{ $number } changed since { $since }</b>
pulse-late = <b>{ $number } late</b>
pulse-decisions = <b>{ $number } for you to decide</b>
pulse-more = and { $number } more
pulse-what-new = new
pulse-what-changed = changed
pulse-what-closed = closed
pulse-what-false-alarm = false alarm
pulse-sign = early sign
pulse-case = { $mark } { $what } { $number } { $category } { $area }{ $figures }
pulse-late-calling = 🆘 { $number } nobody has answered for { $span }
pulse-late-clock = ⏰ { $number } { $name }: over by { $span }
pulse-late-follow-up = 📭 { $number } no follow-up: over by { $span }
pulse-late-hazards = ⛰ { $number } hazards open for long, the oldest { $span }
pulse-late-handover = 🔁 { $name }: handover not accepted for { $span }
pulse-late-review = 📝 { $number } review not written for { $span }
pulse-decide-approve = 📢 Alert #{ $number } ({ $value }) waits for approval
pulse-decide-look = ⚡ Alert #{ $number } ({ $value }) went out on one leader's word: please look
pulse-decide-grade = ⚖️ { $number }: proposed grade { $value }, to be confirmed
pulse-when = 📊 You get the <b>pulse</b> daily at { $times }. Tap an hour to turn it on or off:
pulse-when-none = 📊 You get no <b>pulse</b> now. Tap an hour to turn it on:
button-pulse-referral = { $number } referral
button-pulse-assignment = { $number } assignment
button-pulse-lowering = { $number } lower?
pulse-decide-referral = ↪️ { $number } referred to { $value }, not accepted yet
pulse-decide-assignment = 👤 { $number } assigned to { $value }, no answer yet
pulse-decide-lowering = ⬇️ { $number }: asked to lower it to { $value }
pulse-private = Please set it in our private chat: /pulse
pulse-not-for-you = The pulse is for leaders only.

### Experts (会商)

button-consult = Ask experts
button-consult-send = 📨 Send to { $number }
button-consult-question = Add a question
button-consult-all = All experts
button-consult-phoned = Talked by phone
button-consult-next = Ask { $name }
button-expert-answer = ✍️ Answer
button-expert-call = Call me
button-expert-cannot = Cannot answer
button-expert-stop = That is all
button-expert-other-reason = Another reason, typed
button-expert-me = My entry
button-expert-fields = Change fields
button-expert-away = I am away
button-expert-here = I am back
role-expert = expert
in-brackets = {" "}({ $text })
consult-line = 🎓 Experts { $done }/{ $all } answered{ $slow }{ $more }
consult-slowest = , slowest { $minutes } min
consult-cannot = {" "}· { $number } cannot
consult-waits = {" "}· waiting for { $names }
consult-title = 🎓 <b>{ $number } experts</b>
consult-choose = Who? Tap one or more. ☎ is not on Telegram: ring them. Residents' names and numbers are not sent to experts.
consult-nobody-fits = No expert fits. Look at “All experts”.
consult-register-empty = There is no other expert to ask. The register: python -m bot load experts.csv
consult-question = ❓ { $text }
consult-has-answered = ✅ { $name } · { $minutes } min: { $text }
consult-has-refused = ✖ { $name } cannot: { $reason }
consult-was-withdrawn = ↩ { $name } withdrawn
consult-waiting = ⏳ { $name }, { $minutes } min so far{ $phone }
consult-sent = 📨 { $number }: sent to { $names }.
consult-to-phone = ☎ { $number }: ring { $names }; the number is under the card.
consult-not-yours = Somebody else opened this. Tap “Ask experts” yourself.
consult-nobody-chosen = Nobody is chosen, or all were asked already.
consult-asked-already = This expert was asked already, or cannot be asked now.
toast-consulted = 🎓 Asked
type-consult-question = { $name }, <b>reply to this message</b>: what do you want to ask the experts on { $number }?
placeholder-consult-question = Such as: will the slope go on moving?
type-consult-phoned = { $name }, <b>reply to this message</b> with what the expert said ({ $number }). Three lines if you like: Condition: … Action: … Need: …
placeholder-consult-phoned = Condition: … Action: … Need: …
consult-phone-kept = ☎ Noted for { $number }.
consult-is-answered = This expert has answered: see under the card.
consult-is-withdrawn = The case has ended; the question was withdrawn.
consult-asked =
    🎓 <b>Your advice on { $number }</b>
    { $by }{ $phone } asks you:
consult-pin = 📍 { $lat }, { $lon }
consult-state-asked = Tap Answer (three questions, each may be skipped), or just <b>reply to this message</b>. Life in danger: 119, 120 first.
consult-state-answered = ✅ Answered, thank you. To add something, reply to this message.
consult-state-refused = You said you cannot. If that changes, tap Answer.
consult-state-withdrawn = The case has ended; no answer is needed. Thank you.
consult-reminder = ⏰ { $number } still waits for you. If you cannot, please tap so, and somebody else is asked.
consult-withdrawn = ↩ { $number } has ended; no answer is needed. Thank you.
consult-answer = 🎓 <b>{ $number } expert</b> · { $name }{ $employer } · { $minutes } min{ $by }
consult-added = 🎓 <b>{ $number } expert adds</b> · { $name }{ $employer }
consult-by-phone = {" "}· by phone, noted by { $by }
can-condition = <b>Condition</b>: { $text }
can-action = <b>Action</b>: { $text }
can-need = <b>Need</b>: { $text }
consult-call = ☎ <b>{ $number }</b> { $name }{ $employer } gets no message from the bot. Please ring: { $phone }
consult-call-wanted = ☎ <b>{ $number }</b> { $name }{ $employer } asks to be rung: { $phone }
consult-no-phone = no number
consult-refused = ✖ <b>{ $number }</b> { $name } cannot answer: { $reason }
consult-silent = ⏰ <b>{ $number }</b> { $name } has not answered for { $minutes } min.{ $phone }
consult-not-rung = ⏰ <b>{ $number }</b> Nobody has rung { $name } for { $minutes } min.{ $phone }
consult-other = You could ask: { $name } ({ $field })
consult-nobody-else = The register has nobody else who fits.
expert-why-busy = Busy now
expert-why-not-mine = Not my field
expert-why-too-little = Too little to go by
expert-tier-village = village
expert-tier-town = town
expert-tier-city = district
expert-mean = ~{ $minutes } min
expert-field-other = other
expert-prompt-condition = <b>{ $number }</b> { $step }/3 <b>Condition</b>: what is happening, and what will come of it? Please type.
expert-prompt-action = <b>{ $number }</b> { $step }/3 <b>Action</b>: what should be done now, and what not?
expert-prompt-need = <b>{ $number }</b> { $step }/3 <b>Need</b>: what more do you need to know, and what does the scene need?
expert-why = { $number }: why can you not answer?
expert-type-reason = { $number }: please type why.
placeholder-expert-reason = Why you cannot
expert-thanks = ✅ { $number }: the duty room has it. Thank you.
expert-stopped = Nothing was written; the question stays open.
expert-will-be-called = ☎ The duty room knows and will ring you.
expert-refused = The duty room knows and will ask somebody else. Thank you.
expert-case-over = The case has ended; no answer is needed. Thank you.
expert-answered-already = You have answered. To add something, reply to that message.
expert-nothing-said = All three were skipped; the question stays open.
expert-words-please = Please answer in words.
expert-which = Several questions wait for you. Please <b>reply</b> to the one you answer.
expert-me =
    🎓 { $name }
    Fields: { $fields }
    Areas: { $areas }
expert-is-away = ⏸ Away: you are not asked.
expert-my-mean = Answered { $number } times, { $minutes } min on average.
expert-no-fields = none yet: tap Change fields
expert-not-listed = You are not in the register of experts. Ask an administrator.
expert-type-fields = Please type your fields with spaces between, such as: geology hydraulics drowning.
expert-fields-wrong = Not understood. Write 1 to 12 fields of at most 24 characters. /cancel leaves them.
timeline-verb-consulted = 🎓 { $by } asked experts{ $note }
timeline-verb-expert-answered = 🎓 { $by } advised{ $note }
timeline-verb-expert-added = 🎓 { $by } added{ $note }
timeline-verb-expert-refused = ✖ { $by } cannot answer{ $note }
timeline-verb-expert-silent = ⏰ An expert is silent{ $note }
timeline-verb-expert-wants-call = ☎ { $by } asks to be rung{ $note }
timeline-verb-consult-withdrawn = ↩ The question was withdrawn{ $note }
home-expert =
    { $name }, you are an <b>expert</b> of the register.
    When a duty room needs you, a message comes here. Please keep the sound on: tap Answer, or just reply to it.
help-expert =
    <b>For experts</b>
    · When a question comes: tap <b>Answer</b> and type condition, action and need, each may be skipped; or just reply to the message.
    · <b>Call me</b> and <b>Cannot answer</b> help too: the duty room then knows.
    · To add something later, reply to the message again. It holds no resident's name or number; please do not pass it on.
    · /start shows your entry: change fields, be away.
## The daily message, and events that are followed

subscribe-digest = Daily digest: { $digest }
button-digest = Daily digest
digest-none = none, each at once
digest-chosen = { $levels }, at { $at }
digest-below-off = No digest
digest-below-blue = Notices only
digest-below-yellow = Blue and below
digest-below-orange = Yellow and below
digest-ask = <b>Daily digest</b>: low alerts come together, once a day. What was lifted or has run out by then is left out. <b>Orange and red still come at once.</b>
digest-ask-hour = At what hour?
digest-title = 🗞 <b>Daily digest</b>: { $number } low-level alerts
digest-words = <blockquote>{ $words }</blockquote>
digest-more = { $number } more: tap below to see them.
skipped-digest = over before the daily digest
why-digest = 🗞 { $name }: waits for the daily digest at { $at }.
why-digested = 🗞 { $name }: put into the daily digest at { $at }.
alert-digest-count = 🗞 { $number } get it in their daily digest
button-follow = 🔔 Follow
button-unfollow = 🔕 Stop following
follow-followed = 🔔 You follow “{ $title }”: its updates and its end will reach you.
follow-stopped = 🔕 You no longer follow “{ $title }”.
follow-already = You follow this one already.
follow-subscribed = You have subscribed to this place: it reaches you anyway.
follow-over = This one is over.
follow-gone = There is no such alert.
follow-too-many = 20 at most at the same time.
follow-not = You do not follow this one.
follow-ended = 🔕 You no longer follow { $number } alerts.
### The review of a case

button-review = Review
button-review-write = Write it
button-review-waive = Not needed
button-review-skip = Skip
button-review-save = Keep it
button-review-again = Write anew
button-review-done = ✅ Done: { $text }
review-ask = 📝 { $number } (closed { $at }): please write a short review. Three sentences will do: what went well, what to change, who changes it by when. A few minutes: just reply to this message.
review-part-good = 📝 { $number }: <b>what went well</b>? Or all in one message: what went well: … to change: … who by when: …
review-part-change = <b>What is to change?</b>
review-part-items = <b>Who changes what by when?</b> A line each, such as: 李秀英 12-01 clear the drain. None: tap <b>Skip</b>.
review-why-not = Why does { $number } need no review? One sentence; it stays on the timeline.
review-preview = 📝 <b>Review of { $number }</b>. Read it, then tap <b>Keep it</b>:
review-told-good = 👍 Went well: { $text }
review-told-change = 🔧 To change: { $text }
review-item = { $mark } { $who } · { $due }: { $text }
review-day = by { $day }
review-item-help = With a name and a day, it is asked about once on that day; the others stay here only.
review-no-day = no day set
review-nobody = nobody named
review-open = 📝 { $number } has no review yet.
review-waived = 📝 { $number }: no review: { $reason } ({ $by } { $at })
review-title = 📝 <b>Review of { $number }</b> ({ $by } { $at })
review-line-written = 📝 Reviewed ({ $by } { $at })
review-line-waived = 📝 No review ({ $by } { $at })
review-yours = 🔧 The review of { $number } asks you to change: { $text }. By: { $due } (written by { $by })
review-item-due = 🔧 Due today: { $text } (review of { $number }, by { $due }). Tap when it is done.
review-item-done = Noted: done.
review-kept = The review of { $number } is kept, on the timeline and in the export.
review-waived-kept = Noted: no review of { $number }.
export-review = Review
review-row-by = Written by
review-row-reason = Why none
review-row-good = Went well
review-row-change = To change
review-gone = No review is asked for here.
review-over = This review is written, or was waived.
review-later = Fine, later. You find <b>Review</b> in the menu of the card.
review-tap-save = Please read it and tap <b>Keep it</b> or <b>Write anew</b>.
review-in-private = Sent to your private chat; please write there.
review-open-me = Please open our private chat and tap Start first.
timeline-verb-reviewed = 📝 { $by } wrote the review{ $note }
timeline-verb-review-waived = 📝 { $by } waived the review{ $note }
timeline-verb-review-asked = 📝 A review was asked for
timeline-verb-review-item-done = ☑️ { $by }: done{ $note }
timeline-verb-review-item-due = 🔧 An improvement was due{ $note }
### The case log, read (/log)

command-log = The log: who did what and when; whether its chain is whole
log-title = 📜 <b>Log</b> (newest first)
log-chain-whole = 🔗 The chain is whole: { $lines } lines, last verified { $at }
log-chain-unknown = 🔗 The chain is being verified for the first time: look again in some minutes
log-chain-broken = ⛔ <b>The chain breaks at line { $line }</b>: { $fault ->
    [a-line-is-missing] a line is missing
    [does-not-follow-the-line-before] it does not follow the line before
    [the-line-was-changed] the line was changed
    [the-words-were-changed] its words were changed
   *[the-last-lines-are-missing] the last lines are missing
 }. Verified { $at }
alarm-chain-broken = ⛔ <b>The chain of the log breaks at line { $line }</b>: { $fault ->
    [a-line-is-missing] a line is missing
    [does-not-follow-the-line-before] it does not follow the line before
    [the-line-was-changed] the line was changed
    [the-words-were-changed] its words were changed
   *[the-last-lines-are-missing] the last lines are missing
 }. Somebody may have been in the database: keep it as it is, and compare it with the last backup. See /log
log-asked = 🔎 { $query }
log-line = <b>#{ $id }</b> { $at } { $subject } · { $what }
log-subject = { $kind ->
    [person] Person
    [alert] Alert
    [drill] Drill
    [broadcast] Notice
    [tip] Tip
    [handover] Handover
    [call] Call
    [zero] Zero report
    [policy] Policy
   *[channel] Channel
 } { $number }
log-itself = Log
log-erased = erased as the law asks ({ $verb })
log-nothing = Nothing found.
log-how = One case, one person, one day: /log 派潭-261123-01, /log 陈值班, /log 2026-11-22. Looking is logged too.
log-not-yours = Only leaders on duty and administrators read the log.
log-in-private = Please read the log in private: send me /log.
log-coming = The table is on its way.
log-name = Log
log-cut = Only the newest { $number } lines
log-caption = 📜 { $lines } lines of the log, print { $print }
button-log-sheet = 📤 Export as Excel
export-col-line = Line
export-col-subject = About
export-col-verb = Verb
timeline-verb-listed = 📋 the list of zero reports has gone out
timeline-verb-group-bound = { $by } bound a duty group{ $note }
timeline-verb-group-lost = { $by } a duty group was lost{ $note }
timeline-verb-on-duty = { $by } change of shift{ $note }
timeline-verb-roster-changed = { $by } changed the roster{ $note }
timeline-verb-enrolled = { $by } enrolled{ $note }
timeline-verb-invited = { $by } invited{ $note }
timeline-verb-claimed-by-phone = { $by } claimed a post by telephone number{ $note }
timeline-verb-policy-made = { $by } made a policy{ $note }
timeline-verb-policy-ended = { $by } ended a policy{ $note }
timeline-verb-drafted = { $by } drafted{ $note }
timeline-verb-published = { $by } published{ $note }
timeline-verb-sent = { $by } sent{ $note }
timeline-verb-sent-again = { $by } sent again{ $note }
timeline-verb-called = { $by } called{ $note }
timeline-verb-started = { $by } started{ $note }
timeline-verb-ended = { $by } ended{ $note }
timeline-verb-finished = { $by } finished{ $note }
timeline-verb-expired = { $by } expired{ $note }
timeline-verb-received = { $by } received{ $note }
timeline-verb-reminded = { $by } reminded{ $note }
timeline-verb-unreached = { $by } not reached{ $note }
timeline-verb-missed = { $by } a step was missed and made good{ $note }
timeline-verb-drill-report = { $by } drill report{ $note }
timeline-verb-duty-note = { $by } note for the next shift{ $note }
timeline-verb-duty-note-done = { $by } note for the next shift done{ $note }
timeline-verb-evidence = { $by } evidence came{ $note }
timeline-verb-evidence-kept = { $by } evidence stored{ $note }
timeline-verb-evidence-big = { $by } evidence too large, with Telegram only{ $note }
timeline-verb-evidence-gone = { $by } evidence cannot be fetched{ $note }
timeline-verb-suspected = { $by } may be a duplicate{ $note }
timeline-verb-supplemented = { $by } supplemented{ $note }
timeline-verb-supplement = { $by } supplement{ $note }
timeline-verb-followup = { $by } follow-up{ $note }
timeline-verb-correction = { $by } correction{ $note }
timeline-verb-final = { $by } final report{ $note }
timeline-verb-verified = { $by } verified report{ $note }
timeline-verb-late = { $by } late report{ $note }
timeline-verb-element-added = { $by } added an element{ $note }
timeline-verb-log-read = { $by } read the log{ $note }
timeline-verb-log-exported = { $by } exported the log{ $note }

## The second look that is chased, 同时叫应, posters by a button

alert-look-late = ⚡ No. { $number } was published by <b>{ $by }</b> alone { $since } ago, and <b>nobody has looked at it</b>. Asked again: { $names }.
alert-look-nobody = ⚡ No. { $number } was published by <b>{ $by }</b> alone, and <b>no other approver can be reached to look at it</b>. Have one open the bot.
button-call-too = 📣 Call the villages too
call-draft-first = You are drafting another alert: hand it in or cancel it first.
button-poster = 🖨 Poster
poster-toast = On its way.

## A loudspeaker's script as audio

script-recording = 🔈 “{ $title }” read aloud twice ({ $voice }), ready for the loudspeaker. A person reads it more clearly.
script-voice-cmn = Mandarin
script-voice-yue = Cantonese

## The bots for residents (PUBLIC_BOTS)

public-duty-bot = the duty bot
public-staff-elsewhere = ⚠️ This bot serves residents only. <b>Nothing was reported.</b>
    Your work (reports, acknowledging, duty) is at { $bot }:
    { $link }
public-elsewhere = This bot serves residents only. That is done at { $bot }:
    { $link }

    Here: /subscribe to alerts · /tip what you see · /shelter · /help
public-tap-elsewhere = This bot serves residents only; nothing was done. Open { $bot } for that.
### Commanders and experts in a handover

handover-commander = 🦺 { $number } commander: { $name }
handover-commander-asked = 🦺 { $number } { $name } was asked to command: not answered yet
handover-expert = 🎓 { $number } expert { $name }: not answered yet
command-news-carried = 🦺 <b>{ $name }</b> goes on to command at { $number } (two cases became one).
