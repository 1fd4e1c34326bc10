# 前哨的话。按钮的字固定，手册和脚本都靠它们。HTML 标签可用；花括号里是填进去的值，别人写的字已转义。
# Keys are English nouns; a value in braces is filled in. Every language has the same keys and the same values.

### Buttons

button-emergency = 紧急上报
button-report = 报事件
button-hazard = 报隐患
button-my-reports = 我的报告
button-own-village = 本村
button-share-location = 发送定位
button-share-phone = 发送我的手机号
button-submit = 提交
button-edit = 修改
button-back = 返回
button-skip = 跳过
button-cancel = 取消
button-continue = 继续
button-discard = 放弃
button-yes = 有
button-none = 无
button-unknown = 不清楚
button-acknowledge = 接报
button-refer = 转办
button-ask = 追问
button-false-alarm = 误报
button-false-sure = 确定是误报
button-received = 收到
button-can-attend = 能参加
button-cannot-attend = 不能参加
button-sign-in = 签到
button-approve = 批准
button-return = 退回
button-publish = 发布
button-more = 更多
button-classes = 四大类
button-usual = 常用类别
button-done = 完成
button-subscribe = 订阅
button-unsubscribe = 退订
button-bind-city = 全区：{ $name }
button-bind-town = 某个镇街
button-bind-department = 某个职能部门
button-not-a-report = 不是上报
button-add-to = 补充 { $number }

placeholder-officer = 点按钮，或直接写
placeholder-place = 村名、地名、路名……
placeholder-asking = 写下要问的话
placeholder-referring = 转给了谁、哪个部门
placeholder-false-alarm = 写下理由

### Small words

list-comma = 、
value-open = 待核
value-unknown = 不清楚
value-about = 约{ $number }
value-at-least = 至少{ $number }
value-at-most = 至多{ $number }
value-about-time = { $time }左右（{ $raw }）
value-files = { $number } 个文件
span-minutes = { $minutes } 分钟
span-hours = { $hours } 小时 { $minutes } 分钟
span-days = { $days } 天 { $hours } 小时
rank = { $rank }岗
post = { $area } { $role }{ $rank }

role-officer = 信息员
role-officer-rank = 信息员 { $rank }岗
role-head = 村负责人
role-duty = 值班员
role-leader = 带班领导
role-approver = 审批人
role-admin = 管理员
role-department = 部门联系人
role-department-of = { $function }部门联系人

class-natural = 自然灾害
class-accident = 事故灾难
class-health = 公共卫生
class-social = 社会安全

### Welcome, enrolment, language

home-officer =
    { $name }，您是 <b>{ $area }</b> 应急信息员{ $rank }。

    <b>紧急上报</b>：三下就发出
    <b>报事件</b>：一步一步填
    <b>报隐患</b>：裂缝、积水、危房……
    <b>报苗头</b>：纠纷、欠薪、要聚集……
    也可以直接把情况写给我。
home-duty =
    { $name }，您的岗位：{ $posts }。
    村里的报告会发到值班群；轮到您时也会私信您。发 /cases 看事件，/help 看用法。
home-department =
    { $name }，您的岗位：{ $posts }。
    转办、指派给您部门的事会私信您：请点 <b>接受</b> 或 <b>不接受</b>。请保持这里有声音。/help 看用法。
home-approver =
    { $name }，您的岗位：{ $posts }。
    有公共预警要审批，会私信您：请点 <b>批准</b> 或 <b>退回</b>。请保持这里有声音。/alert 自己起草，/help 看用法。
home-head =
    { $name }，您的岗位：{ $posts }。
    叫应时 A、B 岗都没有应答，会叫您。请保持这里有声音，收到就点按钮。
home-admin =
    { $name }，您是管理员。
    把我加进值班群，在群里发 /bind 绑定镇街；用 <code>python -m bot invite</code> 生成邀请链接。/help 看用法。
home-stranger =
    { $name }，您好。这里是应急信息“前哨”。
    村（居）信息员请点管理员发给您的邀请链接。居民可以订阅本地的公共预警，也可以告诉本村信息员一件事（不是报警）。

    <b>有人遇险，马上打 110、119、120。</b>
invitation-welcome = { $name }，登记好了：<b>{ $post }</b>。
invitation-again = { $name }，您已经登记过了：<b>{ $post }</b>。
invitation-used = 这个邀请链接已经被别人用过了。每个链接只给一个人，请向管理员再要一个。
invitation-expired = 这个邀请链接已经过期了，请向管理员要一个新的。
invitation-unknown = 没有这个邀请链接。请直接点管理员发来的链接，不要改动；转发给您的链接可能不全。
ask-phone = 留下手机号，值班室可以一点就打给您。只有值班人员看得到。
phone-kept = 手机号记下了。
phone-skipped = 没有留手机号，以后可以随时发给我。
phone-not-own = 这不是您自己的号码。请用下面的按钮发送本机号码。
choose-language = 选择语言 · 選擇語言 · Choose a language
language-changed = 好的，以后用简体中文。
start-in-group = 我在群里只管值班：/bind 绑定镇街，/cases 看事件，/help 看用法。上报请私信我。
added-to-group = 我进群了。请管理员在群里发 /bind，选择这个群管哪个镇街。
back-in-group = 我回来了，这个群还是 <b>{ $area }</b> 的值班群。
nothing-to-cancel = 现在没有进行中的操作。
not-reported = 好的，没有上报。
no-such-command = 没有 { $command } 这个命令。/help 看用法。
cancelled = 已取消。
officers-only = 上报要先登记为信息员。请点管理员发给您的邀请链接；有人遇险请马上打 110、119、120。

help-officer =
    <b>信息员怎么用</b>
    · <b>紧急上报</b>：选类别，选有没有人受伤被困，就发出去了。选了类别 60 秒没动，也会自动发出。
    · <b>报事件</b>、<b>报隐患</b>、<b>报苗头</b>：一步一步问，每步可以返回、跳过、取消。
    · 村民打电话来：写“有村民打电话来说……”，或 /behalf。
    · 发出后可以继续补充：数字、照片、视频、语音、定位，发来就归到刚才的报告。
    · 值班室追问时，直接回复那条消息。
    · <b>我的报告</b>：看谁接了报。/language 换语言，/cancel 停下手上的事。
    <b>有人遇险先打 110、119、120，我不会替您打。</b>
help-leader =
    <b>带班领导怎么用</b>
    · 没有人接报，会私信您。点 <b>接报</b>：写上您的名字，停止逐级上报。其他的在 <b>更多处置</b> 里：指派、升降级、现场指挥、定级。
    · /pulse 态势简报：几点发，或现在看一次。/copies 当班时要哪些报告的私信。
    · /cases 看事件，/duty 看谁当班，/log 查谁做过什么。
    · /alert 起草公共预警；别人起草的会发给您，点 <b>批准</b> 或 <b>退回</b>。/call 叫应，/broadcast 通知信息员，/drill 安排演练，/zero 零报告。
    · /language 换语言，/cancel 停下手上的事。
help-department =
    <b>部门联系人怎么用</b>
    · 转办、指派给您部门的事会私信您。点 <b>接受</b>：写上您的名字。点 <b>不接受</b>：写原因，退回给转来的人。到时间没有答复，也会退回。
    · 接受以后，办到哪一步在卡片的 <b>清单</b> 里勾。
    · /language 换语言，/cancel 停下手上的事。
help-approver =
    <b>审批人怎么用</b>
    · 要审批的公共预警会私信您。先点 👀 看各语言的样子，再点 <b>批准</b>，或点 <b>退回</b> 写原因。自己起草的，要由别人批准。
    · 批准以后，还要点 <b>发布</b> 才会发给居民。
    · /alert 起草公共预警，/why 查为什么有人没收到。/language 换语言，/cancel 停下手上的事。
help-head =
    <b>村负责人怎么用</b>
    · 叫应时 A、B 岗都没有应答，会叫您：点 <b>收到</b>，到了村里的岗位再点 <b>已到岗</b>。
    · /poster 打印本村的二维码海报。/language 换语言，/cancel 停下手上的事。
help-duty =
    <b>值班群怎么用</b>
    · 报告一到就发卡片。<b>接报</b>：写上您的名字，停止逐级上报。<b>追问</b>：问信息员，不停止逐级上报。<b>转办</b>：对方部门要答复接受或不接受。<b>误报</b>：要值班员身份，写理由，再点一次确认。
    · 没有人接报，会再次提醒、报到区里、叫带班领导，一直到有人接。
    · /cases 看最近的事件，/drill 安排演练，/broadcast 通知信息员，/call 叫应，/behalf 代报，/code 一行代码，/zero 零报告，/alert 起草公共预警。
    · /duty 看谁当班，/roster 排班和交接班，/copies 当班时要哪些报告的私信。
    · 回复卡片说的话留在群里，不会发给信息员；要问信息员请点追问。
help-admin =
    <b>管理员怎么用</b>
    · 把我加进值班群，在群里发 /bind，选这个群管哪个镇街或全区；换镇街就再发一次。
    · <code>python -m bot invite</code> 生成邀请链接：信息员、值班员、带班领导、审批人各用各的。
    · 群联系不上、没有人可以叫、消息处理不了，我都会私信您。
    · /cases 看最近的报告，/drill 安排演练，/broadcast 通知信息员，/call 叫应，/alert 起草公共预警，/policy 改呼叫阶梯，/roster 排班，/log 查记录，/language 换语言。
help-resident =
    <b>居民怎么用</b>
    · /subscribe 订阅本地公共预警，/unsubscribe 退订。
    · /tip 告诉本村信息员一件事（不是报警，也不到值班室）。
    · /real 查一条消息是不是真的预警，/shelter 找最近的避难场所。
    · /language 换语言。
    <b>有人遇险，马上打 110、119、120。</b>

### Binding a group

bind-admins-only = 只有前哨的管理员可以绑定群（用自己的账号，不要用匿名身份）。
bind-in-group = 请把我加进值班群，在群里发 /bind。
bind-no-such-town = 没有找到“{ $typed }”。
bind-tier = 这个群管哪里？
bind-now = 现在绑定的是：{ $area }。
bind-towns = 选镇街：
bind-departments = 部门群：哪里的部门？
bind-functions = { $area }哪个部门？
bound-function = 绑定好了：这个群是 <b>{ $area } { $function }</b> 的部门群。归它管的事件叫到这里，/cases 只看归它管的。
bound-city = 绑定好了：这个群是 <b>{ $area }</b> 的值班群。{ $topic ->
    [yes] 卡片发到这个话题。
   *[no] { "" }
 }
bound-town = 绑定好了：这个群是 <b>{ $area }</b> 的值班群。{ $topic ->
    [yes] 卡片发到这个话题。
   *[no] { "" }
 }

### The guided form

form-step = { $form } · { $number }/{ $total }
form-prompt = <b>{ $prompt }</b>
form-hint = <i>{ $hint }</i>
form-now = 现在的答案：{ $value }
form-which = 您是指哪一个？
summary-title = <b>{ $form } · 核对</b>
summary-line = { $label }：{ $value }
summary-ask =
    没有错就点 <b>提交</b>；要改哪一项就点哪一项。
draft-found = 有一份没填完的 <b>{ $form }</b>（已填 { $answered } 项）。
draft-dropped = 已取消，没有上报。
draft-waiting = 刚才有一份没填完的 <b>{ $form }</b>（已填 { $answered } 项），还要继续吗？
sending = 发出了，编号马上就到。
place-left = 好的，继续。
noted-file = 📎 收到，会随报告一起发出。
noted-words = 📝 记下了，会随报告一起发出。
noted-answer = { $label }：{ $value }
noted-skipped = { $label }：待核

### What was wrong

fault-answer-misfit = 这个答案对不上这个问题，请再选一次。
fault-answer-needed = 这一项不能跳过，请选一个或写一下。
fault-button-due = 没看懂“{ $text }”。请点下面的按钮。
fault-category-not-found = 没有找到“{ $text }”这一类。点下面的按钮，或换个词，如：火、塌方、水浸。
fault-choice-unknown = 没有这个选项，请点下面的按钮。
fault-count-not-understood = 没看懂“{ $text }”是多少。请写数字，如：{ $example }；没有写“无”，不知道写“不清楚”。
fault-count-too-large = 数字太大了（最多 { $max }），请再写一次。
fault-media-due = 这一步要照片、视频或语音；没有就点“跳过”。
fault-media-not-due = 收到文件，但现在问的不是这个。
fault-media-too-many = 最多 { $max } 个文件，前面的都收好了。
fault-question-over = 这一题已经过去了，请看最新的一条。
fault-text-empty = 没有收到文字，请写一两句。
fault-time-future = “{ $text }”还没到。请写已经发生的时间，如：{ $example }。
fault-time-impossible = 没有“{ $text }”这个时间。请再写一次，如：{ $example }。
fault-time-not-understood = 没看懂“{ $text }”是什么时间。请写，如：{ $example }、昨晚九点、半小时前。
fault-too-long = 太长了：{ $length } 字，最多 { $max } 字。请分两次写；后面还可以补充。
fault-summary-button-due = 请点下面的按钮：没有错就提交，要改哪一项点哪一项。
fault-outside-city = 这个位置不在本区范围内，没有采用。请再发一次，或写村名、地名。
fault-not-usable = 这种消息我用不上。请发文字、照片、视频、语音或定位。
fault-not-your-report = 这不是您的报告，不能补充。

tap-no-draft = 这份表已经结束了。要上报请点下面的按钮。
tap-stale = 这个按钮过时了，请看最新的一条。
tap-no-right = 您没有权限做这一步。
tap-case-no-right = 您没有权限做这一步，请值班员或带班领导来点。
tap-not-understood = 这个按钮已经不能用了。请发 /help 看用法。
tap-case-gone = 没有这个事件了。
tap-over-open = { $number } 现在不能做这一步。
tap-over-acknowledged = { $number } 已由 { $by } 接报。
tap-over-referred = { $number } 已由 { $by } 转办。
tap-over-false-alarm = { $number } 已由 { $by } 定为误报。
tap-over-closed = { $number } 已办结。
words-please = 请用文字回复。不想继续就发 /cancel。
edit-noted = ✏️ 已注意到你改了消息，新内容记在 { $number } 的经过里；报告本身不变。要更正，请把正确的情况再发一条给我。
edit-changes-nothing = 改动已发出的消息不会改报告。要更正，请把正确的情况再发一条给我。
sorry-fault = 这一步出了差错，编号 <code>{ $reference }</code>，管理员已收到通知。请再试一次；紧急情况请直接打值班电话或 110、119、120。

### The card in the duty room

card-title-incident = { $mark } <b>{ $priority } 事件 { $number }</b>
card-title-hazard = { $mark } <b>{ $priority } 隐患 { $number }</b>
card-category = <b>{ $value }</b>
card-place = 📍 { $value }
card-map-pin = 🗺 <a href="{ $url }">地图（现场定位）</a>
card-map-area = 🗺 <a href="{ $url }">地图（镇街位置，非现场）</a>
card-time = 🕒 发生：{ $value }
card-harm-yes = <b>有人受伤或被困</b>
card-harm-none = 无人受伤被困（信息员报）
card-harm-unknown = 有无受伤被困：<b>不清楚</b>
figure-dead = 死亡 { $value }
figure-missing = 失联 { $value }
figure-injured-serious = 重伤 { $value }
figure-injured-minor = 轻伤 { $value }
figure-trapped = 被困 { $value }
figure-threatened-households = 威胁户数 { $value }
figure-threatened-people = 威胁人数 { $value }
card-what-happened = 情况：{ $value }
card-what-done = 已做：{ $value }
card-description = 情况：{ $value }
card-signs = 迹象：{ $value }
card-evidence = 📎 { $number } 个文件，见下
card-lead = 牵头部门：{ $value }
card-reporter = 👤 { $name }（{ $role }）{ $phone }
card-no-phone = 未留电话
card-missing = 待核：{ $value }
card-elapsed = ⏱ { $at } 报，已过 { $span }
card-open = ❗ <b>无人接报</b>
card-acknowledged = ✅ <b>{ $by }</b> { $at } 接报
card-referred = ↪️ <b>{ $by }</b> { $at } 已转办：{ $note }
card-false-alarm = ⭕ <b>{ $by }</b> { $at } 定为误报：{ $note }
card-closed = ☑️ <b>{ $by }</b> { $at } 办结 { $note }
again-title =
    { $mark } <b>{ $span }无人接报</b>：{ $number }
    { $category } · { $place }
again-settled = { $mark } { $number } { $category } · { $place }
evidence = { $number } { $text }
evidence-forwarded = { $number } 〔转发，非原件〕{ $text }

toast-acknowledged = { $number } 已记您接报，正在通知信息员。
type-asking = { $name }，请<b>回复这条消息</b>，写下要问 { $number } 信息员的话。
type-referring = { $name }，请<b>回复这条消息</b>：{ $number } 转给了谁、哪个部门？
type-false-alarm = { $name }，请<b>回复这条消息</b>，写明 { $number } 为什么是误报。
question-sent = 问题已发给 { $number } 的信息员，回答会来到卡片下面。
question-sent-climbing = 问题已发给 { $number } 的信息员。还没有人接报，继续逐级上报。
referral-done = { $number } 已记转办。
false-alarm-done = { $number } 已定为误报，原报告保留。
false-alarm-sure =
    理由：{ $reason }
    确定是误报吗？定了就不再叫人。

### What the officer hears

receipt-title = ✅ 已上报，编号 <b>{ $number }</b>
receipt-what = { $category } · { $place }
receipt-called = 正在通知：{ $names }
receipt-nobody-called = ⚠️ <b>没有联系上值班群，已通知管理员。请马上打值班电话。</b>
receipt-complete = 内容齐了。还有照片、变化，直接发给我。
supplement-question = <b>{ $prompt }</b> { $hint }
supplement-hint-count = 点一个，或写数字。
supplement-hint-text = 写一两句。
supplement-hint-place = 发定位，或写在哪里。
supplement-hint-time = 写时间，如：刚刚、半小时前、14:30。
supplement-hint-media = 发照片、视频或语音。
supplement-hint-choice = 点一个。
supplement-hint-multi-choice = 点一个，或写出来。
supplement-hint-harm = 点一个。
supplement-hint-category = 点一个。
supplement-next =
    { $number } 记下了：{ $noted }

    { $question }
supplement-complete =
    { $number } 记下了：{ $noted }
    没有要问的了。有变化直接发给我。
evidence-kept = 📎 已归入 { $number }，值班群看得到。
note-kept = 已记入 { $number } 的情况，值班群的卡片已更新。
told-acknowledged = ✅ { $number }：<b>{ $by }</b> 已接报。{ $phone }
told-referred = ↪️ { $number }：<b>{ $by }</b> 已转办：{ $note }
told-false-alarm = ⭕ { $number }：<b>{ $by }</b> 定为误报：{ $note }。如果不对，请马上再报一次。
told-closed = ☑️ { $number }：<b>{ $by }</b> 已办结。
question =
    ❓ { $number } 值班员 <b>{ $by }</b> 问：
    { $text }

    请直接回复（文字、照片、语音、定位都可以）。
answer-sent = 已回复 { $by }（{ $number }）。
officers-answer =
    💬 { $number } <b>{ $by }</b> 答“{ $question }”：
    { $text }
answer-file = 见文件
answer-pin = 见定位
heard-words = 收到：“{ $text }”
heard-files = 📎 文件 { $number } 个
heard-place = 📍 定位
what-is-it = 这是要上报吗？选一个，刚才发的会写进报告。

cases-none = 还没有报告。
cases-not-yours = 报告只有信息员和值班人员看得到。/help 看用法。
state-open = ❗无人接报
state-acknowledged = { $by } 接报
state-referred = { $by } 已转办
state-false-alarm = 误报
state-closed = 已办结
state-drill = 演练
state-withdrawn = 已撤回

## /cases：查找与经过

cases-open-title = <b>报告</b>（进行中 { $open } 件）
cases-found = 🔎 “{ $query }”（进行中 { $open } 件）
cases-not-found = 没有找到“{ $query }”。换个说法试试，如：/cases 派潭 塌方
cases-page = 第 { $page } 页
cases-hint = 🔎 查找：/cases 后面写编号、地点或情况，如 /cases 派潭 塌方
cases-entry =
    { $mark } <b>{ $number }</b> { $place } { $category }
    　{ $at } { $state }{ $clocks }
cases-elapsed = 已过 { $span }
cases-follow-up = 续报
cases-clock-left = { $name }还有 { $span }
cases-clock-over = { $name }超时 { $span }
case-not-yours = 这件报告你看不到，或已不存在。
button-all-cases = 全部报告
button-earlier-page = « 上一页
button-later-page = 下一页 »
button-timeline = 经过
button-to-list = « 返回列表
button-to-case = « 返回这件
button-earlier = « 更早
button-later = 更晚 »
timeline-title = <b>{ $number } 经过</b>
timeline-page = 第 { $page }/{ $pages } 页
timeline-line = <b>{ $at }</b> { $what }
timeline-erased = （内容已依法删除）
timeline-program = 系统
timeline-note = ：{ $text }
timeline-reported = { $by } 上报{ $note }
timeline-called = 通知：{ $names }
timeline-called-again = 通知：{ $names }，共 { $times } 次，最后一次 { $until }
timeline-nobody-called = 没有人可以通知
timeline-acknowledged = ✅ { $by } 接报{ $note }
timeline-referred = ➡️ { $by } 已转办{ $note }
timeline-false-alarm = { $by } 定为误报{ $note }
timeline-closed = { $by } 办结{ $note }
timeline-asked = ❓ { $by } 问{ $note }
timeline-answered = 💬 { $by } 答：{ $text }
timeline-located = 📍 { $by } 发来定位 { $pin }
timeline-located-forwarded = 📍 { $by } 转发定位 { $pin }（非原件）
timeline-edited = ✏️ { $by } 改了 Telegram 里的消息（报告不变）{ $note }
timeline-not-delivered = ⚠️ 没送到 { $to }（{ $reason }）
timeline-kind = { $kind ->
    [photo] 照片
    [video] 视频
    [video_note] 视频
    [animation] 动图
    [voice] 语音
    [audio] 录音
   *[other] 文件
 }×{ $number }
timeline-files = 📎 { $by } 发来 { $files }
timeline-marks = （{ $marks }）
timeline-files-forwarded = 转发 { $number }，非原件
timeline-files-kept = 已存 { $number }
timeline-files-big = 太大 { $number }，只在 Telegram
timeline-files-gone = 取不回 { $number }
timeline-changed = { $kind } { $by }：{ $changes }
timeline-semicolon = ；
timeline-new = { $label }：{ $after }
timeline-delta = { $label } { $before }→{ $after }
timeline-other = { $by }：{ $verb }
timeline-verb-graded = { $by } 确认等级{ $note }
timeline-verb-nudged = 催续报
timeline-verb-no-change = { $by }：情况没有变化
timeline-verb-controlled = { $by }：已控制{ $note }
timeline-verb-not-controlled = { $by }：又未控制
timeline-verb-from-tip = 由居民线索转来
timeline-verb-text-made = { $by } 生成文本
timeline-verb-time-over = 超时，等说明{ $note }
timeline-verb-reason-given = { $by } 说明超时原因{ $note }
timeline-verb-phoned = { $by } 已电话报告{ $note }
timeline-verb-reopened = { $by } 重新打开{ $note }
timeline-verb-withdrawal-asked = { $by } 申请撤回{ $note }
timeline-verb-withdrawn = { $by } 撤回{ $note }
timeline-verb-moved = { $by } 改了地点
timeline-verb-triaged = { $by } 判读{ $note }
timeline-verb-erased = 内容依法删除{ $note }

### Alarms for administrators

alarm-group-lost = ⚠️ 值班群“{ $group }”联系不上了（{ $reason ->
    [removed_from_group] 我被移出了群
    [no_rights] 我在群里不能发言
   *[other] { $reason }
 }）。{ $open } 件未接的报告已提前上报上一级。请把我加回群里，让我能发言。
alarm-set-aside = ⚠️ 一条消息处理不了，已搁置：更新 { $update }，编号 <code>{ $reference }</code>。请看日志。
alarm-nobody-to-call = 🆘 <b>{ $number } 没有任何人可以叫</b>：镇街、区的值班群和带班领导都没有登记或联系不上。请马上处理。

### Commands
command-start = 开始，或换一个身份
command-report = 报突发事件
command-hazard = 报隐患
command-cases = 我的报告、本区案件
command-duty = 值班：谁在岗，谁联系不上
command-drill = 组织演练
command-broadcast = 向信息员发通知
command-alert = 拟写公众预警
command-subscribe = 订阅预警
command-unsubscribe = 退订预警
command-language = 换语言 / 轉換語言 / Language
command-help = 怎么用
command-cancel = 取消正在填写的内容
command-bind = 把本群设为值班群

### Broadcasts

button-preview = 预览
button-silent-list = 未收名单
button-send-held = 补发
placeholder-text = 写下内容
areas-chosen = 已选：<b>{ $names }</b>
areas-unknown = 这里没有“{ $name }”，或不在您的范围。
areas-which = “{ $name }”有几个，您指哪一个？
areas-none = 请先选地区。
areas-whole-city = 全区
areas-whole-town = { $name } 全镇（街）
areas-villages = 选村（社区）…
areas-towns = ‹ 镇街
edit-which = 改哪一项？
held-sent = 已补发 { $number } 份。
held-none = 没有要补发的。
fates-lost = 未送到：{ $reasons }
fates-held = ⚠️ { $number } 份不知是否送到，没有自动重发。要再发一次请点 <b>补发</b>。
unsent-blocked = 屏蔽了机器人
unsent-deactivated = 账号已注销
unsent-never-started = 未开通
unsent-chat-not-found = 找不到聊天
unsent-expired = 过期未发
unsent-refused = 被 Telegram 拒绝
unsent-telegram-away = Telegram 不通
unsent-not-worded = 内容出错
unsent-bad-markup = 格式出错
unsent-fate-unknown = 不知是否送到

broadcast-no-right = 只有值班员、带班领导和管理员可以发通知：在绑定的值班群里，或私聊我。
broadcast-not-writing = 您现在没有在写的通知。请发 /broadcast。
broadcast-where = <b>通知信息员</b>：发到哪里？点选，可以多选；也可以直接写镇街、村名。
broadcast-write = 发给 <b>{ $names }</b> 的信息员。请写通知内容：
broadcast-write-reply = 发给 <b>{ $names }</b> 的信息员。请回复下面那条消息，写通知内容。
broadcast-reply-here = { $name }，请<b>回复这条消息</b>，写通知内容（写“返回”或“取消”也可以）。
broadcast-kept = 原来写的：{ $text }
broadcast-preview = 👀 <b>预览</b>：发给 { $names } 的信息员，共 <b>{ $number }</b> 人。没有错就点 <b>发布</b>。
broadcast-not-reached = 其中现在送不到：{ $reasons }
broadcast-edit-areas = 地区
broadcast-edit-text = 内容
broadcast-published = 已发布。下面的卡片随时显示谁收到了。
broadcast-title = 📣 <b>{ $sender } 通知</b>
broadcast-signed = —— { $by } { $at }
broadcast-got = ✅ 您 { $at } 已回“收到”
broadcast-received-done = 已记收到（{ $at }）。
broadcast-received-again = 您 { $at } 已经回过收到了。
broadcast-not-addressed = 这条通知不是发给您的，不用回。
broadcast-gone = 没有这条通知了。
broadcast-card-title = 📣 <b>通知</b> { $names } · { $at }
broadcast-card = 已收 <b>{ $received }/{ $total }</b>
broadcast-card-all = ✅ 已收 <b>{ $received }/{ $total }</b>，全部收到
broadcast-silent = 未收：{ $names }
broadcast-sending = 还有 { $number } 份在发
broadcast-silent-title = <b>未收 { $number } 人</b>
broadcast-silent-entry = { $area } { $name } { $phone }{ $why }
broadcast-silent-more = 还有 { $number } 人。
broadcast-nobody-silent = 全部收到了。

### 叫应

command-call = 叫应：逐人叫到应答为止
button-call-here = 📍 已到岗
button-call-moving = 群众在转移
button-call-none = 无需转移
button-call-silent = 未应名单
button-call-phone = 电话已叫应
button-call-phoned = ☎️ { $area } 电话已叫应
button-call-unphone = 撤销 { $area }
button-call-export = 导出表格
button-call-end = 结束叫应
button-call-end-sure = 确定结束叫应
button-call-go-on = 继续叫应
button-call-drill = 标为演练
button-call-real = 不是演练
call-name = { $level }叫应
call-name-notice = 叫应
call-whom-A = A岗
call-whom-B = B岗
call-whom-head = 村负责人
call-whom-town = 已报镇街
call-climbed = { $area }（{ $whom }）
call-card-title = 📢 <b>叫应 · { $area }</b> { $mark } <b>{ $name }</b>
call-card-from = —— { $sender } { $at }，叫应 { $number }
call-card-answer = 👉 <b>请马上点 收到。</b>{ $minutes } 分钟没有应答，就叫下一个人。
call-card-question = ❓ <b>你现在要做什么？请马上点。</b>{ $minutes } 分钟没有应答，就叫下一个人。
call-card-wrong = ❌ 不对。应该：<b>{ $right }</b>。请再点一次。
call-card-got = ✅ 您 { $at } 已应答
call-card-tap = ✅ { $by } { $at } 已应答。您也请点。
call-card-phone = ☎️ { $at } 电话已叫应（{ $by } 登记）。您也请点。
call-card-arrived = 📍 { $at } 已到岗
call-card-moving = 🚶 群众在转移
call-card-none = 🏠 无需转移
call-card-arrive = 👉 到了村里的岗位，点 已到岗。
call-card-people = 👉 群众要不要转移？请点。
call-card-ended = 这次叫应已经结束，现在应答也算数。
call-board-title = 📢 <b>叫应 { $number }</b> { $mark } <b>{ $name }</b> · { $names } · { $at }
call-board-count = 已应 <b>{ $answered }/{ $total }</b> 村
call-board-all = ✅ 已应 <b>{ $answered }/{ $total }</b> 村，全部应答
call-board-phone = 其中电话叫应 { $number }
call-board-doing = 到岗 { $arrived } · 群众在转移 { $moving } · 无需转移 { $none }
call-board-silent = 未应：{ $names }
call-board-without = ⚠️ 其中没有信息员：{ $names }
call-board-until = { $at } 结束
call-board-ended = { $at } 已结束
call-board-ended-by = { $at } 已结束（{ $by }）
call-nobody-silent = 所有的村都应答了。
call-silent-title = <b>叫应 { $call }：未应 { $number } 村</b>（{ $page }/{ $pages }）
call-silent-village = <b>{ $area }</b>
call-silent-person = · { $whom } { $name } { $phone }{ $why }
call-silent-why = （{ $reason }）
call-silent-called = （{ $at } 已叫）
call-silent-nobody = · 没有登记的人，请派人上门
call-silent-more = 还有 { $number } 个村，看卡片上的未应名单。
call-phone-title = ☎️ <b>叫应 { $call }</b>：电话打通、本人应答了，点那个村。记您的名字。
call-phoned = ✅ 已记：{ $area } 电话叫应，登记人 { $by }
call-town-title = 📢🔴 <b>{ $number } 个村叫不应，请马上打电话</b>（叫应 { $call } { $name }）
call-town-do = 打通了点下面的按钮；打不通，派人上门。
call-record-title = 📋 <b>叫应记录</b>
call-record-speed = 应答用时：最快 { $first }，一半的村不超过 { $half }，最慢 { $last }
call-doors-part = 🚪 <b>上门名单：{ $number } 村</b>
call-doors-town = { $town }
call-doors-title = 🚪 <b>上门名单：{ $number } 村叫不应</b>（叫应 { $call } { $name }）。请派人上门。
call-level = <b>叫应</b>：什么级别？
call-kind = 什么事？
call-where = <b>叫应</b>：叫哪里？点选，可以多选；也可以直接写镇街、村名。
call-write = 叫 <b>{ $names }</b>。请写要他们做什么：
call-write-reply = 叫 <b>{ $names }</b>。请回复下面那条消息，写要他们做什么。
call-reply-here = { $name }，请<b>回复这条消息</b>，写要他们做什么（写“返回”或“取消”也可以）。
call-minutes = 多少分钟后结束，出上门名单？
call-minutes-button = { $number } 分钟
call-preview = 👀 <b>预览</b>：叫 { $names }，<b>{ $villages }</b> 个村、<b>{ $people }</b> 人。一个人 { $wait } 分钟不应，就叫下一个；{ $minutes } 分钟后结束。没有错就点 <b>发布</b>。
call-without = ⚠️ 没有信息员的村 { $number } 个：{ $names }。会直接叫村负责人、镇街。
call-asked-back = ❓ 会反问“你现在要做什么？”，答案：{ $right }
call-edit-levels = 级别、事由
call-edit-areas = 地区
call-edit-text = 内容
call-edit-until = 结束时间
call-published = 已发出。下面的卡片随时显示谁应了。
call-end-sure = 叫应 { $call } 还有 { $number } 个村没有应答。确定结束？结束后不再往下叫，出上门名单。
call-ended = 叫应已结束，记录马上就到。
call-kept-going = 叫应继续。
call-place = 请发一下您的位置（可以不发）。
call-place-kept = 位置已记。
call-no-right = 只有值班员、带班领导和管理员可以发起叫应：在绑定的值班群里，或私聊我。
call-not-writing = 您现在没有在写的叫应。请发 /call。
call-tap-done = 已记，谢谢。
call-tap-wrong = 不对。请看上面写的，再点一次。
call-tap-again = 已经记过了。
call-tap-choose = 请看最新的那条，选一个答案。
call-tap-answer-first = 请先应答。
call-tap-arrive-first = 请先点 已到岗。
call-tap-not-addressed = 这次叫应没有叫您，不用应答。
call-tap-gone = 没有这次叫应了。
call-tap-over = 这次叫应已经结束了。
call-tap-phoned = 已记：{ $area } 电话叫应
call-tap-undone = 已撤销：{ $area }，继续叫应
call-tap-answered = { $area } 已由 { $by } 应答
call-tap-export = 表格马上就到。
call-export-caption = 📊 叫应 { $call } { $name }：已应 { $answered }/{ $total } 村
call-export-about = 叫应 { $call } { $name } · { $names } · { $at } · { $by }
call-export-file = 叫应{ $call }
call-export-town = 镇街
call-export-village = 村（社区）
call-export-answered = 应答时间
call-export-by = 应答人（电话：登记人）
call-export-how = 方式
call-export-arrived = 到岗时间
call-export-place = 位置
call-export-people = 群众
call-export-called = 叫的时间
call-export-tap = 按钮
call-export-phone = 电话
alarm-call-no-room = ⚠️ 叫应 { $call }：{ $town } 有 { $number } 个村叫不应，又没有绑定的值班群。请马上打电话。

### Drills

drill-marker-start = 【演练】
drill-marker-end = 【演练】

button-drill-own = 自己写
button-drill-whole-city = 全区（{ $area }）
button-drill-whole-town = 全镇（{ $area }）
button-drill-whole-street = 全街（{ $area }）
button-drill-today = 今天
button-drill-tomorrow = 明天
button-drill-day-after = 后天
button-drill-week = 下周同一天
button-drill-half-day = 半天
button-drill-start = 现在开始
button-drill-end = 提前结束
button-drill-cancel = 取消演练
button-drill-resend = 补发 { $count } 条
button-drill-start-sure = 确定开始
button-drill-end-sure = 确定结束
button-drill-cancel-sure = 确定取消演练
placeholder-drill = 写下演练什么

drill-kind-field = 实战
drill-kind-tabletop = 桌面
drill-label-name = 演练什么
drill-label-kind = 形式
drill-label-where = 范围
drill-label-place = 集合地点
drill-label-when = 时间
drill-label-length = 时长
drill-weekday-0 = 周一
drill-weekday-1 = 周二
drill-weekday-2 = 周三
drill-weekday-3 = 周四
drill-weekday-4 = 周五
drill-weekday-5 = 周六
drill-weekday-6 = 周日
drill-moment = { $date }（{ $weekday }）{ $time }
drill-minutes = { $minutes } 分钟
drill-hours = { $hours } 小时
drill-days = { $days } 天
drill-rank = （{ $rank }岗）
drill-whole-area = { $area }（全部）
drill-list-more = { $names }……共 { $count } 个
drill-example = { $year }年{ $month }月{ $day }日上午10点

drill-step = 安排演练 · { $number }/{ $total }
drill-ask-name = <b>演练什么？</b>点一个，或自己写。
drill-ask-kind = <b>什么形式？</b>
drill-ask-where = <b>哪些地方参加？</b>可以选几个，也可以写村名，选好点“完成”。
drill-ask-place = <b>在哪里集合？</b>写地点；不集合就点“跳过”。
drill-ask-when = <b>什么时候开始？</b>点一天，或写，如：5月12日上午10点、明天下午3点。
drill-ask-hour = <b>{ $day } 几点开始？</b>点一个，或写，如：上午10点半。
drill-ask-length = <b>多长时间？</b>点一个，或写分钟数。
drill-hint-reply = <i>在群里写字，请回复这条消息。</i>
drill-chosen = 已选：{ $areas }
drill-type-name = { $name }，请<b>回复这条消息</b>，写下演练什么。
drill-summary-title = <b>安排演练 · 核对</b>
drill-audience = 将邀请信息员 { $officers } 人；{ $without } 个村（居）没有信息员。
drill-audience-all = 将邀请信息员 { $officers } 人。
drill-summary-ask = 没有错就点 <b>发布</b>，信息员马上收到邀请。
drill-change-ask = 改哪一项？
drill-found = 有一次演练还没安排完。
drill-dropped = 已取消，没有安排演练。
drill-published = 已发布，编号 { $id }，正在邀请信息员。

drill-fault-empty = 没有收到文字，请写一下。
drill-fault-text = 这里要文字，请写一下，或点按钮。
drill-fault-button = 请点下面的按钮。
drill-fault-too-long = 太长了：{ $length } 字，最多 { $max } 字。
drill-fault-no-area = 没有找到“{ $text }”，请再写一次，或点按钮。
drill-fault-outside = “{ $text }”不在您管的范围内，不能安排。
drill-fault-choose-area = 请先选至少一个地方。
drill-fault-time-past = “{ $text }”已经过去了。请写以后的时间，如：{ $example }。
drill-fault-time-over = 开始时间已经过去了，请改时间，如：{ $example }。
drill-fault-time-impossible = 没有“{ $text }”这个时间。请再写一次，如：{ $example }。
drill-fault-time-unreadable = 没看懂“{ $text }”是什么时间。请写，如：{ $example }。
drill-fault-time-far = “{ $text }”太远了，请写一年以内的时间，如：{ $example }。
drill-fault-length = 没看懂“{ $text }”是多长。请写，如：90分钟、2小时、半天。
drill-fault-length-limits = 时长最短 { $min } 分钟，最长 { $days } 天，请再写一次。
drill-fault-nobody = 这些地方还没有登记信息员，没有人可以邀请。
drill-fault-no-right = 您不能在这些地方安排演练。

drill-bind-first = 这个群还没有绑定镇街。请管理员先发 /bind。
drill-no-right = 演练由值班群、值班员或管理员安排。
drill-tap-stale = 这个按钮过时了，请看最新的一条。
drill-tap-not-yours = 这是别人正在安排的演练，或者已经安排完了。
drill-tap-no-right = 只有组织者或值班员能点这个按钮。
drill-tap-gone = 没有这次演练了。
drill-tap-over = 这次演练已经结束了，谢谢。
drill-tap-cancelled = 这次演练已经取消了。
drill-tap-not-now = 这次演练现在不能做这一步。
drill-tap-not-invited = 您不在这次演练的邀请名单里。
drill-tap-not-yet = 演练还没有开始，开始时会请您签到。
drill-tap-signed-already = 您已经签到了。
drill-tap-again = 已经记过了，可以随时改。
drill-tap-can = 记下了：您能参加。
drill-tap-cannot = 记下了：您不能参加。
drill-tap-signed = 签到成功。
drill-tap-resent = 正在补发。
drill-start-sure = 现在就开始“{ $name }”吗？信息员马上会收到签到请求。
drill-end-sure = 现在就结束“{ $name }”吗？结束后不能再签到。
drill-cancel-sure = 取消“{ $name }”吗？会告诉所有被邀请的人。
drill-kept = 没有改动。
drill-start-done = 演练开始了。
drill-end-done = 演练结束了。
drill-cancel-done = 演练取消了，正在告诉被邀请的人。

drill-line-name = <b>{ $name }</b>（{ $kind }）
drill-line-when = 🕒 { $when }
drill-line-where = 📍 { $areas }
drill-line-place = 🚩 集合：{ $place }
drill-line-organiser = 组织：{ $by }
drill-invitation = { $organiser } 邀请您参加演练，请回答：
drill-reminder = 演练还有 { $left } 开始：
drill-sign-in = ✍️ <b>演练开始了，请签到：</b>
drill-you-can = ✅ 您答了：能参加（可以改）
drill-you-cannot = ❌ 您答了：不能参加（可以改）
drill-you-signed-in = ✅ 您已于 { $at } 签到
drill-thanks = “{ $name }”结束了，谢谢。
drill-thanks-signed-in = “{ $name }”结束了，谢谢您参加。
drill-cancelled = ⭕ 演练取消了（{ $by }），不用来了：
drill-cut-off = ⛔ <b>演练中止</b>（{ $by }）。有真实险情请照常上报：

drill-card-title = <b>演练 { $id }</b>
drill-record-title = 📋 <b>演练 { $id } 记录</b>
drill-record-list = 📋 <b>演练 { $id } 签到名单 { $page }/{ $pages }</b>
drill-record-line = { $at } { $who }
drill-state-planned = ⏳ 未开始
drill-state-running = ▶️ <b>进行中</b>
drill-state-ended = ☑️ { $at } 结束
drill-state-ended-early = ☑️ { $at } 由 { $by } 提前结束
drill-state-cancelled = ⭕ { $at } 由 { $by } 取消
drill-card-answers = 邀请 { $invited } 人：能参加 { $can }，不能 { $cannot }，未答 { $unanswered }
drill-card-unreachable = ⚠️ 联系不上 { $count } 人：{ $names }
drill-card-signed-in = ✍️ 签到 { $count }/{ $invited }
drill-card-missing = 没有人签到的村（居）{ $count }/{ $villages }：{ $names }
drill-card-held = ❔ { $count } 条消息不知道送到没有
drill-unreachable-one = { $who }：{ $reason }
drill-reason-blocked = 屏蔽了机器人
drill-reason-deactivated = 账号已注销
drill-reason-never-started = 没有打开过机器人
drill-reason-chat-not-found = 找不到账号
drill-reason-other = 发送失败

### Alerts

kind-weather = 天气
kind-flood = 防汛
kind-geological = 地质灾害
kind-fire = 火灾
kind-health = 公共卫生
kind-traffic = 交通
kind-utility = 水电气
kind-other = 其他
signal-typhoon = 台风
signal-rainstorm = 暴雨
signal-thunder-gale = 雷雨大风
signal-heat = 高温
signal-cold = 寒冷
signal-fog = 大雾
signal-haze = 灰霾
signal-icy-road = 道路结冰
signal-hail = 冰雹
signal-forest-fire = 森林火险
level-notice = 提示
level-white = 白色
level-blue = 蓝色
level-yellow = 黄色
level-orange = 橙色
level-red = 红色
alert-name = { $what }{ $level }预警
alert-name-notice = { $what }{ $level }
alert-title = { $mark } <b>{ $title }</b>
alert-area = 📍 { $names }
alert-source = 📢 { $issuer } { $at } 发布，前哨 { $published } 转发
alert-source-own = 📢 { $name }应急值班室 { $at } 发布
alert-valid = 🕒 有效至 { $until }
alert-original = <i>中文原文：</i>
alert-what-to-do = <b>怎么做</b>
alert-no-right = 只有值班员、带班领导、审批人和管理员可以起草预警：在绑定的值班群里，或私聊我。
alert-not-drafting = 您现在没有在起草的预警。请发 /alert。
alert-where = <b>公众预警</b>：发到哪里？点选，可以多选；也可以直接写镇街、村名。<b>画一个圆</b>：发定位，或写 23.41,113.92。<b>多边形</b>：发 GeoJSON、KML 文件。<b>转发官方预警</b>：把全文粘贴过来就行。
alert-step = 公众预警 · { $number }/{ $total }
alert-ask-kind = <b>哪一类？</b>
alert-ask-event = <b>哪一种信号？</b>
alert-ask-level = <b>什么级别？</b> 颜色只能照发布单位的转发，不能自己定。
alert-ask-level-notice = <b>级别</b>：镇街和村只能发不带颜色的提示。
alert-ask-issuer = <b>谁发布的？</b> 点一个，或写发布单位。
alert-ask-issued = <b>什么时候发布的？</b> 点一个，或写时间，如：16:50。
alert-ask-text = <b>预警内容</b>（简体，最多 3000 字）：会发生什么、从何时起、影响哪里、要人做什么。
alert-ask-text-in = <b>{ $language } 的内容</b>（最多 3000 字）。不写就用审定指引和中文原文。
alert-ask-valid = <b>有效多久？</b> 从发布时算起。点一个，或写小时数。
alert-fault-valid = 请写 1 到 { $max } 的小时数。
alert-reply-below = 请回复下面那条消息来写。
alert-reply-here = { $name }，请<b>回复这条消息</b>来写（写“返回”或“取消”也可以）。
alert-advice-follows = 后面会附审定的指引：<blockquote>{ $advice }</blockquote>
alert-only-advice = 只用审定指引
alert-not-typed = 不写，用审定指引
alert-just-now = 刚刚
alert-minutes-ago = { $number } 分钟前
alert-hours = { $number } 小时
alert-no-end = 直到另行通知
alert-preview =
    👆 <b>居民看到的就是上面这条</b>（按钮可看各语言）。
    将发给 <b>{ $number }</b> 人，约需 { $seconds } 秒。
alert-served-advice = ⚠️ { $language }：没有写，用审定指引，附中文原文。
alert-served-fallback = ⚠️ { $language }：没有写，用中文原文。
alert-doubt-colour = ⚠️ <b>正文写的是{ $named }，这条是{ $level }</b>：请核对，不对就点修改。
alert-doubt-old = ⚠️ <b>原文是 { $since }前发布的</b>：现在还有效吗？
alert-doubt-old-lift = ⚠️ <b>解除的时间是 { $since }前</b>：没有弄错吗？
alert-doubt-nothing-lifted = ⚠️ <b>这里没有对上要解除的预警</b>：确定要发吗？
alert-where-read = 📄 已读出：<b>{ $title }</b>。选好地区点 完成。
alert-preview-ask = 没有错就 <b>提交审批</b>，由另一个人批准后才能发布。
button-submit-alert = 提交审批
button-withdraw = 撤回
alert-write-in = ✏️ 写 { $language }
alert-without-advice = 不附指引
alert-with-advice = 附上指引
alert-item-areas = 地区
alert-item-kind = 类别
alert-item-event = 信号
alert-item-level = 级别
alert-item-issuer = 发布单位
alert-item-issued = 发布时间
alert-item-text = 内容
alert-item-valid = 有效期
alert-handed-in = 已提交，等待审批：{ $names }。下面的卡片随时显示进展。
alert-nobody-approves = 已提交，但<b>没有能联系上的审批人</b>。请让有审批权的另一个人打开我，或在值班群的卡片上批准。
alert-card-title =
    { $mark } <b>{ $title }</b> · 第 { $number } 号
    📍 { $names }
    ✍️ { $by } { $at } 起草
alert-card-count = 👥 将发给 { $number } 人，约需 { $seconds } 秒
alert-newer = 内容已改，请看新的一张卡片。
alert-too-long-here = 内容较长，请点下面的按钮看全文。
alert-state-draft = ⏳ <b>待审批</b>
alert-state-approved = ✅ <b>{ $by }</b> { $at } 批准，<b>还没有发布</b>
alert-state-returned = ↩️ <b>{ $by }</b> { $at } 退回：{ $note }
alert-state-published = 📢 { $at } 已发布（{ $by } 批准）
alert-state-cancelled = 🚫 已撤回，没有发布
alert-told-approved = ✅ <b>{ $by }</b> 批准了第 { $number } 号“{ $title }”。请点 <b>发布</b>。
alert-told-returned = ↩️ <b>{ $by }</b> 退回了第 { $number } 号“{ $title }”：{ $note }
alert-type-reason = { $name }，请<b>回复这条消息</b>，写明为什么退回、要改什么。
alert-toast-approve = 已批准。还要点“发布”才会发出。
alert-toast-publish = 已发布，正在发出。
alert-toast-withdraw = 已撤回。
alert-toast-return = 已退回，起草人会收到您的理由。
alert-over-draft = 这一步还不能做：还没有批准。
alert-over-approved = 已由 { $by } 批准。
alert-over-returned = 已由 { $by } 退回修改。
alert-over-published = 已经发布了。
alert-over-cancelled = 已经撤回了。
alert-refused-over = 现在不能做这一步。
alert-refused-gone = 没有这条预警了。
alert-refused-no-right = 您没有权限做这一步。
alert-refused-not-yours = 只有起草人可以做这一步。
alert-refused-not-either = 只有起草人和批准人可以发布。
alert-refused-own-draft = 这是您起草的，要由另一个人审批。
alert-refused-changed = 内容已经改过，请看新的一张卡片。
alert-progress-title = 📢 <b>{ $title }</b> 第 { $number } 号 → { $names }
alert-looking-up = 正在找出要通知的人……
alert-sent = 已发 <b>{ $sent }</b> / { $total }
alert-rate = 每秒 { $rate } 份，还要 { $minutes } 分 { $seconds } 秒
alert-later = 🌙 { $number } 人在免打扰时段，到点再发
alert-finished = ✅ { $at } 发完：送出 <b>{ $sent }</b> / { $total }
alert-skipped = 按订阅不发：{ $reasons }
skipped-unreachable = 联系不上
skipped-kind = 没订这一类
skipped-level = 级别不到
skipped-quiet = 免打扰时段内已过期

### Subscriptions

button-undo = 撤销
subscribe-in-private = 订阅预警请私聊我，发 /subscribe。
subscribe-where = <b>订阅公共预警</b>：您在哪里？点 <b>发送定位</b>，或直接写村名。
subscribe-towns = 或者选镇街：
subscribe-villages = { $name }的哪个村（社区）？
subscribe-done = ✅ 已订阅 <b>{ $name }</b> 的公共预警，有预警马上发给您。
subscribe-done-near = ✅ 按定位，已订阅 <b>{ $name }</b> 的公共预警。要精确到村，可以再加一个地方。
subscribe-too-many = 最多订阅 { $most } 个地方。
subscribe-unknown = 没有找到“{ $name }”。请写镇街或村名，如：高滩村；或点上面的镇街。
subscribe-outside = 这个位置不在本区范围内。请写您要订阅的村名，或选镇街。
subscribe-not-usable = 请发定位，或写村名、镇街名。
subscribe-nothing = 您没有订阅公共预警。
subscribe-nothing-to-end = 没有要退订的。
subscribe-card = 🔔 <b>您的订阅</b>
subscribe-areas = 📍 { $names }
subscribe-kinds = 类别：{ $kinds }
subscribe-level = 级别：{ $level }
subscribe-quiet = 免打扰：{ $quiet }
subscribe-language = 语言：{ $name }
subscribe-all-kinds = 全部
subscribe-all-levels = 全部，包括提示
subscribe-from-level = { $level }及以上
subscribe-no-quiet = 不设
subscribe-page-kinds = 类别
subscribe-page-level = 级别
subscribe-page-quiet = 免打扰
subscribe-page-language = 语言
subscribe-page-where = 加一个地方
subscribe-page-drop = 退订
subscribe-ask-kinds = <b>要哪些类别？</b> 点一下加上或去掉。
subscribe-one-kind = 至少要留一类。
subscribe-ask-level = <b>从哪一级起通知您？</b>
subscribe-ask-quiet = <b>免打扰时段</b>：点一个，或写，如：23:00-06:30。橙色、红色预警不受限制，照样马上发。
subscribe-quiet-fault = 没看懂。请写起止时间，如：22:00-07:00、晚上11点到早上6点半。
subscribe-ask-drop = <b>退订哪一个？</b>
subscribe-drop-all = 全部退订
subscribe-ended = 已退订：{ $names }。不会再给您发这里的预警。
subscribe-preview = 这是预览，按钮在居民手机上才有用。

### Duty

duty-title = <b>{ $area } 值班</b>
duty-groups = 值班群：{ $names }
duty-no-group = ⚠️ 还没有绑定值班群。
duty-person = { $role } { $name } { $phone }{ $trouble }
duty-whole-group = 没有登记值班员：全群一起值班，谁看到谁接报。
duty-officers = 信息员 { $number } 人，联系不上 { $silent } 人{ $silent ->
    [0] 。
   *[other] ：
 }
duty-silent = · { $area } { $name }{ $rank } { $phone }（{ $reason }）
duty-more = ……还有 { $number } 人
duty-not-for-you = 这里没有您能看的值班表。
person-unreachable = ⚠️ { $post } <b>{ $name }</b> 联系不上了：{ $reason }。请打电话提醒，或换人。
reason-blocked = 屏蔽了机器人
reason-deactivated = 账号已注销
reason-never-started = 还没打开过机器人
reason-chat-not-found = 找不到账号
reason-removed-from-group = 机器人被移出群
reason-group-gone = 群已解散
reason-no-rights = 机器人在群里不能发言
reason-refused = 被拒收
reason-flood = 发得太快，稍后再发
reason-telegram-away = Telegram 没有响应
reason-fate-unknown = 不知是否送到
reason-expired = 已过时，没有再发
reason-not-worded = 内容出错
reason-file-gone = 文件已失效

### News about a case

alarm-not-sent = ⚠️ 发给“{ $to }”的报告卡片被拒收（{ $reason }）。请查看这个群或这个人的设置。

### Zero reports

command-zero = 零报告：开、停
button-nothing-new = 无新增
button-something-new = 有情况，我要报
button-zero-off = 停止零报告
zero-day = { $month }月{ $day }日
zero-no-right = 只有值班员、带班领导和管理员可以开零报告：在绑定的值班群里，或私聊我。
zero-where = <b>零报告</b>：哪个范围的村（社区）要报？
zero-days = 开 { $number } 天
zero-off-now =
    <b>零报告 · { $area }</b>：现在没有开。
    每村每天 <b>{ $hour }</b> 前报一次，没有新情况也要点 <b>无新增</b>；到点把没报的村列给值班群。
    先选几点，再点开几天。
zero-on-now =
    <b>零报告 · { $area }</b>：开着。
    { $first }到{ $last }，每天 <b>{ $hour }</b> 前。{ $by } 开的。
zero-already = 这个范围已经开着，不用再开。
zero-over = 这个零报告已经停了。
zero-on = 📋 <b>零报告已开</b>：{ $area }，{ $first }到{ $last }，每天 <b>{ $hour }</b> 前。{ $by } 开的。要停：/zero
zero-off = 📋 <b>零报告已停</b>：{ $area }（原定{ $first }到{ $last }，每天 { $hour } 前）。{ $by } 停的。
zero-ask =
    📋 <b>零报告</b> { $village } · { $day }
    今天有没有新情况？<b>{ $hour }</b> 前点一下。
zero-tapped = 已记：无新增。
zero-done = ✅ <b>零报告已记</b>：{ $village } { $day } 无新增（{ $at }，{ $by }）。有情况随时再报。
zero-again = ✅ { $village } { $day } 已经报过了（{ $at }，{ $by }），不用再报。有情况随时再报。
zero-day-over = 这是前些天的，已经过去了。今天的会另发给您。
zero-list-title = 📋 <b>零报告 { $area }</b> · { $day } { $hour }
zero-list-count = 已报 <b>{ $reported }/{ $total }</b>（无新增 { $nothing }，有报告 { $reports }）
zero-list-all = ✅ 已报 <b>{ $reported }/{ $total }</b>（无新增 { $nothing }，有报告 { $reports }）
zero-list-missing = <b>还没报 { $number } 个村（社区），请打电话：</b>
zero-list-entry = · { $village }：{ $officers }
zero-list-officer = { $name } { $phone }
zero-list-unreachable = { $name } { $phone }（机器人联系不上）
zero-list-town = · { $town } { $number }：{ $villages }
zero-list-more = 还有 { $number } 项。
zero-list-without = ⚠️ 没有信息员的 { $number } 个：{ $villages }
zero-list-late = 到点以后报来：{ $villages }
zero-list-stopped = 本次零报告已停。

### The life of an alert

alert-name-update = { $title }（更新）
alert-name-cancel = { $title }已解除
alert-upgraded = ⬆️ 由{ $before }升级为<b>{ $level }</b>
alert-downgraded = ⬇️ 由{ $before }改为<b>{ $level }</b>
alert-source-lifted = 📢 { $issuer } { $at } 解除，前哨 { $published } 转发
alert-source-own-lifted = 📢 { $name }应急值班室 { $at } 解除
alert-danger-remains =
    <b>仍要注意</b>
    · 山边、河边、低洼处可能还有危险，不要靠近。
    · 已转移的人要等镇街同意，不要擅自返回。
    · 遇险打 110、119、120。
alert-moved-remains =
    <b>仍要注意</b>
    · 已转移的人要等镇街同意，不要擅自返回。
    · 遇险打 110、119、120。
alert-over-now-updated = 🔁 <b>已有新的一条，请看新的。</b>
alert-over-now-lifted = ✅ <b>已解除。</b>
alert-over-now-expired = ⌛ <b>已过有效期。</b>
alert-schools = 🏫 <b>停课</b>：托儿所、幼儿园、中小学停课，未启程的不必到校，在校的留在校内安全处。
alert-card-follows = 🔁 接着第 { $numbers } 号：收过的人都会收到
alert-who-approves = 👤 要由审批人或带班领导批准（橙色、红色或要转移人）
alert-who-approves-mild = 👤 另一位值班员、带班领导或审批人都可以批准
alert-state-fast = ⚡ <b>{ $by }</b> { $at } 一人紧急发布
alert-state-updated = 🔁 { $at } 已由第 { $next } 号接替
alert-state-lifted = ✅ { $at } 已由第 { $next } 号解除
alert-state-expired = ⌛ { $at } 有效期已过，没有解除
alert-fast-reason = ⚡ <b>{ $by }</b> 的理由：{ $reason }
alert-look-open = 👁 等另一位审批人复看
alert-looked = 👁 <b>{ $by }</b> 复看过，没有问题
alert-looked-objected = ⚠️ <b>{ $by }</b> 复看，认为有问题：{ $note }
alert-still-in = 📍 仍然有效的地方：{ $names }
alert-played = 🔊 已播 { $played } / { $asked } 村
alert-to-level = 改为{ $mark }
alert-review-old =
    ❓ 第 { $number } 号“<b>{ $title }</b>”已发出 { $since }，没有动过。
    📍 { $names }
    <b>还有效吗？</b> 危险变了点 <b>更新</b>，过去了点 <b>解除</b>。
alert-review-expired =
    ⌛ 第 { $number } 号“<b>{ $title }</b>”已过有效期，还没有解除。
    📍 { $names }
    <b>危险过去了吗？</b> 没过去点 <b>更新</b>（可以延长），过去了点 <b>解除</b>。
button-update = 更新
button-lift = 解除
button-still = 仍有效
button-let-expire = 到期即止
button-fast = 紧急发布
button-looked = 看过，没问题
button-objected = 有问题
alert-told-objected = ⚠️ <b>{ $by }</b> 复看第 { $number } 号“{ $title }”，认为有问题：{ $note }。请点 <b>更新</b> 或 <b>解除</b>。
alert-type-reason-fast = { $name }，请<b>回复这条消息</b>，写明为什么等不及第二个人。写完<b>马上发布</b>，理由会记下，另一位审批人随后复看。
alert-type-reason-objected = { $name }，请<b>回复这条消息</b>，写明哪里有问题。
alert-toast-fast = 已发布，正在发出。另一位审批人会复看。
alert-toast-looked = 已记下：复看过，没有问题。
alert-toast-objected = 已记下，起草人会收到。
alert-toast-edit = 请改下面那条。
alert-toast-level = 已提交更正，等待批准。
alert-toast-still = 已记下。
alert-ask-issued-lift = <b>什么时候解除的？</b> 点一个，或写时间，如：16:50。解除也要照发布单位的转发。
alert-ask-text-lift = <b>解除的原文</b>（可以不写）。后面会附：山边河边仍有危险，转移的人不要擅自返回。
alert-over-updated = 已有新的一条接替它。
alert-over-lifted = 已经解除了。
alert-over-expired = 有效期已过。
alert-refused-red-only = 只有红色可以一人紧急发布。
alert-refused-leader-only = 只有带班领导可以一人紧急发布。
alert-refused-own-fast = 您是起草人或发布人，要由另一个人复看。
alert-refused-too-late = 有效期已过，不能再发布。请点“修改”，重新提交。
skipped-unsubscribed = 已退订
skipped-untold = 没收到过原来那条
unsent-superseded = 已有新的一条

## 证据：取回、保存、取不回

evidence-big = 📎 { $number }：有个文件超过 { $mb } MB，只留在 Telegram，没有另存。请分段或压缩后再发一次。
evidence-gone = 📎 { $number }：有个文件从 Telegram 取不回来。请再发一次。
alarm-evidence-disk = ⚠️ 照片、文件存不下来：{ $why ->
    [disk_full] 磁盘满了
    [no_permission] 没有写入权限
   *[other] 磁盘出错
 }。请检查 EVIDENCE_DIR 所在的磁盘；恢复后会自动补存。
### The desk beside a case: time, follow-ups, grade

button-desk = 更多处置
button-phoned = 已电话报告上级
button-grade = 定级
button-times = 时限和要素
button-why = 填写原因
button-controlled = 已控制
button-not-controlled = 还没控制
button-no-change = 无变化
button-tell-more = 有变化，我来说
button-close-menu = 收起
button-grade-proposed = ✔ { $grade }（建议）
button-grade-other = { $grade }
button-grade-sure = 确定改低
desk-menu = { $number } 要做什么？
menu-closed = 已收起。
clock-left = ⏳ { $name }：{ $due } 前（剩 { $span }）
clock-unit = 🏭 { $name }：{ $due } 前
clock-met = ✅ { $value }
clock-met-late =  · { $at } { $by } 已报
clock-over-open = ⏱ { $name }：{ $due } 前，超时 { $span }{ $done }，待填原因
clock-over-reason = ⏱ { $name }：{ $due } 前，超时 { $span }{ $done }。原因：{ $reason }（{ $by }）
clock-over =
    ⏱ { $number } <b>超时</b>：{ $names }
    请点 <b>填写原因</b>。
clock-source =
    { $line }
    　自{ $basis ->
        [occurred] 发生
        [learned] 得知
        [controlled] 控制
       *[sent] 首次上报
    }起算 · { $source }
times-title = <b>{ $number } 时限和要素</b>
times-none = 没有在计的时限。
elements-lacking = 还缺要素：{ $value }
card-elements = 要素 { $bar } { $done }/{ $all }{ $next ->
    [none] { "" }
   *[other] { " " }· 下一问：{ $next }
 }
element-time = 时间
element-place = 地点
element-source = 信息来源
element-cause = 起因和性质
element-course = 基本过程
element-outcome = 已造成的后果
element-scope = 影响范围
element-trend = 发展趋势
element-handling = 处置情况
element-measures = 拟采取措施
element-advice = 下一步建议
follow-up-due = 🔁 续报：{ $due } 前
follow-up-over = 🔁 <b>续报过点 { $span }</b>（{ $due }）
card-no-change = 🔁 { $at } { $by }：无变化
card-controlled = 🟢 { $at } { $by }：已控制
follow-up-ask = { $number } { $category }：现在怎么样了？
follow-up-overdue = 🔁 { $number } 续报过点 { $span }，已问信息员 { $officer }，没有回音。请打电话：{ $phone }
help-overdue = 🔁 { $number } 居民 { $officer } 求助后一直没有新情况，已超 { $span }。请打电话或派人去看：{ $phone }
no-change-noted = { $number } 记下了：无变化。{ $due ->
    [none] { "" }
   *[other] 下次 { $due } 前。
 }
controlled-noted = { $number } 记下了：已控制，不再定时追问。<b>请在 24 小时内报终报</b>：最后情况直接发给我。
not-controlled-noted = { $number } 记下了：还没控制。{ $due ->
    [none] { "" }
   *[other] 下次 { $due } 前。
 }
case-controlled = 🟢 { $number } <b>{ $by }</b>：已控制。等终报。
case-not-controlled = 🔁 { $number } <b>{ $by }</b>：还没控制，继续续报。
tell-more = { $number }：请说哪里变了。文字、照片、语音、定位都可以。
toast-phoned = { $number } 已记您电话报告上级。
toast-phoned-none = { $number } 已记电话报告；没有在计的电话时限。
type-clock-reason = { $name }，请<b>回复这条消息</b>：{ $number } 超时的原因。
placeholder-clock-reason = 原因
reason-kept = { $number } 原因已记入卡片。
nothing-over = 没有要填原因的时限。
type-grade-reason = { $name }，请<b>回复这条消息</b>：{ $number } 为什么定这一级。
placeholder-grade-reason = 理由
grade-i = 特别重大(Ⅰ级)
grade-ii = 重大(Ⅱ级)
grade-iii = 较大(Ⅲ级)
grade-iv = 一般(Ⅳ级)
card-grade = 🏷 定级：<b>{ $grade }</b>（{ $by } { $at }）{ $reason }
card-grade-proposed = 🏷 建议：{ $grade } · { $why }{ $clause }
card-grade-missing = 　若失踪 { $number } 人计入：{ $grade }
card-grade-next = 　{ $what }：{ $grade }
card-crowd = 👥 规模：约 { $number } 人{ $band ->
    [none] { "" }
   *[other] （参考档 { $band }，不是法定等级）
 }
grade-reason = { $column ->
    [dead] 死亡{ $number }人 ·{ " " }
    [injured_serious] 重伤{ $number }人 ·{ " " }
    [injured] 受伤{ $number }人 ·{ " " }
    [ill] 发病{ $number }人 ·{ " " }
    [ill_with_deaths] 发病{ $number }人且有死亡 ·{ " " }
    [loss_wan] 直接经济损失{ $number }万元 ·{ " " }
    [area_ha] 过火{ $number }公顷 ·{ " " }
   *[other] { "" }
 }
grade-next = { $column ->
    [dead] 死亡满{ $number }人
    [injured_serious] 重伤满{ $number }人
   *[other] 发病满{ $number }人
 }
grade-menu = <b>{ $number } 定级</b>　点一个。不是建议的等级要写理由。
grade-no-proposal = 数字还不够，没有建议等级。
grade-kept = { $number } 已定级：{ $grade }
grade-lower-sure =
    { $number } 由 { $before } 改为 <b>{ $grade }</b>
    理由：{ $reason }
    确定吗？
grade-graver = 🏷 { $number } 按新数字建议 <b>{ $grade }</b>，高于已定的 { $before }。请值班员或带班领导看一下。
grade-never-social = 社会安全事件不定级，只显示规模。

### Official texts

button-text = 生成文本
button-text-short = 短信体
button-text-full = 全文
button-text-word = Word
text-menu = { $number } 要哪一种？请先看一遍再签发。
toast-text = { $number } 文本马上就到。
text-made-already = 刚才已经生成了，请往上看。
alert-relay-known = 第 { $number } 号已经是这一条，没有再起草。
alert-relay-city-only = 这条里有您不能转发的：带颜色的预警只能由区一级转发，地区也要在您负责的范围内。
alert-in-row = 📄 同一份预警里还有 <b>{ $number }</b> 项变化，提交这一项后接着看。

### Tips of residents

command-tip = 告诉本村信息员一件事
button-tip = 告诉信息员
button-send-tip = 发给信息员
button-other-village = 换一个村
button-tip-verify = 属实，转为报告
button-tip-verify-again = 继续上报
button-tip-answer = 已处理，回复
button-tip-dismiss = 不属实
button-tip-dismiss-sure = 确定不属实
placeholder-tip = 什么事，在哪里
tip-not-110 = <b>这不是 110、119、120。有人遇险，马上打 110、119、120。</b>
tip-where = 要告诉哪个村（社区）的信息员？点一个，写村名，或发定位。
tip-which = “{ $name }”是指哪一个？
tip-write =
    只有 <b>{ $village }</b> 的信息员看得到，别人看不到，也不会直接到值班室。
    请写：什么事，在哪里。可以附照片、定位；愿意的话留手机号。
tip-preview = 👀 <b>还没发出。</b>给 { $village } 的信息员：
tip-with-files = 📷 { $number } 份
tip-with-place = 📍 有定位
tip-with-phone = 📞 留了手机号，信息员看得到
tip-without-phone = 📞 没有留手机号
tip-needs-words = 请写几个字，或发一张照片。
tip-kept-words = 您写的记下了。先选是哪个村：
tip-too-long = 太长了，最多 { $most } 字。请写短一点。
tip-too-many-files = 最多 { $files } 份，多的没有收。
tip-not-usable = 这个用不了。请用文字、照片、视频、语音或定位。
tip-too-many = 您发得太多了，请 { $at } 以后再发。有人遇险，马上打 110、119、120。
tip-sending = 正在发，马上告诉您。
tip-cancelled = 已取消，没有发出。
tip-nothing = 没有要发的。请发 /tip 重新写。
tip-in-private = 请私信我，发 /tip。
tip-officers-report = 您是信息员，请直接上报：点 <b>紧急上报</b>、<b>报事件</b> 或 <b>报隐患</b>。
tip-receipt =
    ✅ 已发给 <b>{ $village }</b> 的信息员。有结果告诉您。
    <b>这不是报警。</b>有人遇险，马上打 110、119、120。
tip-unreached =
    ⚠️ <b>{ $village }</b> 现在没有联系得上的信息员，<b>您发的没有人看到。</b>
    有危险马上打 110、119、120；别的事请打村（居）委会电话。
tip-reported = ✅ <b>{ $village }</b> 的信息员核实了您 { $at } 说的事，已经上报处理。谢谢您。
tip-answered =
    <b>{ $village }</b> 的信息员回复您 { $at } 说的事：
    <blockquote>{ $answer }</blockquote>
tip-dismissed = <b>{ $village }</b> 的信息员看了您 { $at } 说的事，认为与实际不符。情况还在的话，请写清楚地点再发一次；有危险马上打 110、119、120。
tip-unanswered = <b>{ $village }</b> 的信息员还没有回复您 { $at } 说的事。有危险马上打 110、119、120；急事请打村（居）委会电话。
tip-title = 📮 <b>居民线索 { $number }</b> · { $village } · { $at }
tip-files-follow = 📷 { $number } 份，跟在下面
tip-from = 居民：{ $name } · { $phone }
tip-file = 居民线索 { $number }
tip-state-sent = 请核实。属实就转为报告；不用上报就回复居民。<b>别人看不到，只有您村的信息员看得到。</b>
tip-state-verified = ⏳ { $at } { $by } 认为属实，还没有报上去。
tip-state-reported = ✅ { $at } { $by } 认为属实，已上报：{ $report }
tip-state-answered =
    ✅ { $at } { $by } 已处理，回复居民：
    { $answer }
tip-state-dismissed = { $at } { $by }：不属实
tip-state-unreached = 没有送到。
tip-dismiss-sure = 确定不属实？居民会收到您的判断。
tip-write-answer = 请写给居民的回复（居民线索 { $number }）。10 分钟内有效，不想写就发 /cancel。
tip-answer-sent = 回复已发给居民。
tip-answer-too-long = 太长了，请写短一点（最多 1000 字）。
tip-noted = 记下了。
tip-over = 这条线索已经处理过了。{ $by }
tip-again = 🔔 居民线索 { $number } 已过 { $span }，还没有处理：{ $words }
village-without-officer = ⚠️ <b>{ $village }</b> 有居民要找信息员，但没有一个联系得上。请核对名册，让信息员打开机器人按 <b>开始</b>。
### CAP

cap-headline = { $title }：{ $names }
cap-duty-office = { $name }应急值班室
cap-feed-title = 前哨 公共预警（CAP 1.2）
cap-danger-remains = 山边、河边、低洼处可能还有危险，不要靠近。已转移的人要等镇街同意，不要擅自返回。
cap-moved-remains = 已转移的人要等镇街同意，不要擅自返回。


### A sentence becomes a report, and the chain goes on

version-first = 首报
version-supplement = 补充
version-followup = 续报{ $ordinal }
version-correction = 更正
version-final = 终报
version-verified = 核报
version-late = 补报
figure-injured = 受伤 { $value }
figure-rescued = 获救 { $value }
figure-ill = 患病 { $value }
figure-hospitalized = 送医 { $value }
figure-households = 受影响 { $value } 户
figure-persons = 受影响 { $value } 人
figure-involved = 涉及 { $value } 人
figure-present-now = 现场 { $value } 人
figure-evacuated = 已转移 { $value } 人
fact-evacuated = 🚶 已转移 { $value } 人{ $where }
fact-moved-out = 🚶 人已撤出
fact-moved-leaving = 🚶 <b>正在撤人</b>
fact-moved-inside = 🚶 <b>人还没撤</b>
fact-road-none = 🛣 道路通行
fact-road-half = 🛣 <b>道路半幅受阻</b>
fact-road-full = 🛣 <b>道路全断</b>
fact-water = 🌊 水深：{ $value }
fact-houses = 🏠 房屋：{ $value }
house-collapsed = 倒塌 { $value } 户
house-severe = 严重损坏 { $value } 户
house-light = 一般损坏 { $value } 户
house-none = 未受损
house-collapsed-rooms = 倒塌 { $value } 间
house-severe-rooms = 严重损坏 { $value } 间
house-light-rooms = 一般损坏 { $value } 间
house-collapsed-buildings = 倒塌 { $value } 栋
fact-vulnerable = 👶 需优先：{ $value }
vulnerable-child = 儿童
vulnerable-elderly = 老人
vulnerable-pregnant = 孕妇
vulnerable-disabled = 行动不便者
fact-hearsay = ❓ 听说，未证实：{ $value }
mark-drill-doubt = ⚠️ <b>演练时段内，未标注演练，请立即核实</b>
mark-drill-marked = ⚠️ <b>标了演练，但现在没有进行中的演练，请核实</b>
mark-death-asked = ⚠️ 死亡数待信息员确认
mark-tip = 📮 居民线索，信息员已核实
mark-behalf = ☎️ 代报，来电人：{ $name }{ $phone }
mark-threat = 🔗 由隐患 { $number } 演变
value-not-said = 未报
card-title-sign = { $mark } <b>{ $priority } 苗头 { $number }</b>
card-title-unread = { $mark } <b>{ $priority } 待判读 { $number }</b>
card-planned-text = 打算：{ $value }
receipt-life = ☎️ <b>马上打 { $call }</b>（我不会替您打）。{ $words }
receipt-out-first = 🚶 <b>先把人撤出来，坡下险处不要站人。</b>有人受困打 { $call }（我不会替您打）
receipt-out-first-people = 🚶 <b>先把{ $people }人撤出来，坡下险处不要站人。</b>有人受困打 { $call }（我不会替您打）
receipt-short = ✅ 已上报，编号 <b>{ $number }</b> · { $place } · 正在通知：{ $names }
receipt-unread = ✅ 已收到，编号 <b>{ $number }</b>。我没看懂，已请值班员来判读。您也可以再说清楚：什么事、在哪里。
button-edit-report = ✏️ 修改
followup-receipt = ✅ { $number } <b>{ $version }</b>已记。
followup-told = 已再通知：{ $names }
stay-out = 🚷 请守住，不要让人擅自返回。
followup-title = 🔔 <b>{ $number } { $version }</b> · { $by }
followup-raised = ⚠️ <b>情况变严重了，现在是 { $priority }</b>
followup-words = 💬 { $text }
doubt-means-death = <b>“{ $said }”是指死亡吗？</b>
doubt-confirm-hearsay = <b>听说有人死亡，现在证实了吗？</b>
doubt-which-area = <b>是哪一个？</b>
doubt-moved = <b>人撤出来了吗，撤到哪里？</b>再发一张照片和定位。
doubt-confirm-time = <b>“{ $said }”是 { $at } 吗？</b>
doubt-house-damage = <b>房屋损坏到什么程度？</b>
choice-means-death-yes = 是，已死亡
choice-means-death-no = 不是，是离开了
choice-means-death-unknown = 不清楚
choice-confirm-hearsay-yes = 已证实
choice-confirm-hearsay-no = 没有这回事
choice-confirm-hearsay-unknown = 还不清楚
choice-confirm-time-yes = 是
choice-confirm-time-no = 不是
choice-moved-out = 已撤出
choice-moved-leaving = 正在撤
choice-moved-inside = 还没撤
choice-house-damage-light = 一般损坏
choice-house-damage-severe = 严重损坏
choice-house-damage-none = 没有损坏
drill-or-real = 【演练】时段内，您没有标注演练。<b>这是演练内容还是真实情况？</b> 60 秒内不回答，按可能真实转值班室核实。【演练】
button-is-drill = 演练
button-is-real = 真实
drill-report-kept = 【演练】已收到，已转演练组织者，不算真实上报。【演练】
talk-thanks = 不客气。有情况直接打字、发语音或照片给我。
talk-heard = 没有看到要上报的情况。有事直接说：什么事、在哪里。紧急的先打 110、119、120。
question-no-case = 现在没有您正在处理的报告。要问值班室，请打镇街值班电话；要上报，直接说什么事、在哪里。
zero-heard = 已记下：无新增。现在没有要求零报告。
withdraw-sure = <b>{ $number } 确定报错了吗？</b> 记录会保留，由值班员核实后才停止叫人。
button-withdraw-sure = 是，报错了
button-withdraw-keep = 没有报错
withdraw-done = { $number } 已标“报告人要求撤回”，等值班员核实。
withdraw-room = ↩️ <b>{ $number } 报告人说报错了</b>（{ $by }），请核实后定为误报或继续处置。
mark-withdrawn = ↩️ <b>报告人说报错了，待核实</b>
button-triage-incident = 建事件
button-triage-hazard = 建隐患
button-triage-sign = 苗头
button-triage-nothing = 非事件
button-triage-drill = 演练
type-triage = { $name }，请<b>回复这条消息</b>，一句话写清 { $number }：什么事、在哪里、有没有人伤。
triage-unclear = 还看不出是哪一类，请再写一句，如：高滩村后山塌方，压住路。
triage-done = { $number } 已建为{ $kind }：{ $category }。
triage-closed = { $number } 已定为{ $kind }。
told-triaged = { $number } 值班员 <b>{ $by }</b> 已判读为{ $kind }：{ $category }。不对请直接更正。
told-nothing = { $number } 值班员 <b>{ $by }</b> 判读为{ $kind }。不对请再说一次，或点紧急上报。
kind-incident = 事件
kind-hazard = 隐患
kind-sign = 苗头
kind-unread = 待判读
kind-nothing = 非事件
kind-drill = 演练
button-close = 办结
type-closing = { $name }，请<b>回复这条消息</b>，写明 { $number } 为什么办结（还没有终报）。
closing-figures-open = ⚠️ 还没有人说明：{ $value }。
closing-done = { $number } 已办结。
drill-report =
    【演练】<b>{ $area }</b> { $by } 报告：
    { $category }
    { $facts }
    { $text }
    【演练】
question-status =
    { $number } { $category }
    { $state }
report-edit-which = <b>{ $number } 要改哪一项？</b> 也可以直接写：更正，……
house-severe-buildings = 严重损坏 { $value } 栋
house-light-buildings = 一般损坏 { $value } 栋
placeholder-triage = 什么事、在哪里
placeholder-closing = 为什么办结
doubt-settled = { $number } 记下了：{ $noted }
### Channels and loudspeakers

command-channel = 公共频道：发哪个地区的预警
channel-added = 📣 我可以在频道“{ $title }”里发布了。<b>发哪个地区的预警？</b>
channel-none = 还没有频道。在 Telegram 里把我加为频道管理员，给“发布消息”的权限，我就会来问。
channel-list = <b>公共频道</b>（点一个来改）：
channel-line = · { $title } → { $area }
channel-no-area = 还没有选地区，不发
channel-choose = 频道“<b>{ $title }</b>”发哪个地区的预警？
channel-admins-only = 只有管理员可以设频道，请私聊我。
button-channel-area = 选地区
button-channel-off = 不再发
alarm-channel-lost = ⚠️ 有一个公共频道发不了了：我不再是管理员，或没有“发布消息”的权限。请看 /channel。
alert-post-changed = { $mark } <b>{ $title }</b>：上面那条已更新。
script-ask =
    🔊 <b>{ $title }</b>：请用大喇叭<b>读两遍</b>。
    <blockquote>{ $script }</blockquote>
    读完点 <b>已播</b>。
script-played =
    { $text }
    ✅ 已播
button-played = 已播
button-not-played = 未播名单
script-toast = 已记下：已播。
script-toast-again = 已经记过了。
script-all-played = ✅ “{ $title }”：各村都播了。
script-silent = 🔇 “{ $title }”还有 <b>{ $number }</b> 个村没有播：{ $names }
script-issue = 各位村民请注意。{ $issuer }{ $time }发布{ $title }。
script-lift = 各位村民请注意。{ $issuer }{ $time }解除{ $title }。
script-office = { $name }应急值班室
script-time = { $month }月{ $day }日{ $hour }时
script-minute = { $minute }分
script-drill = 这是演练，这是演练。
script-do-weather = 不要出门，远离河边、山边、切坡和低洼处，不要过水浸路段。
script-do-flood = 不要下河，不要过水浸桥和水浸路，低洼处的人到高处去。
script-do-geological = 山边、切坡边屋里的人不要留在屋内，发现裂缝、掉土马上走。
script-do-fire = 不要进山，不要用火，听从村干部安排。
script-do-health = 戴好口罩，少聚集，不舒服马上告诉村医。
script-do-traffic = 请绕道走，不要在路边停留围观。
script-do-utility = 请储好水、备好手电，不要碰断落的电线。
script-do-other = 请听从村干部安排，互相转告。
script-do-move = 危险地方的人马上转移，听从村干部安排，不要擅自返回。
script-do-schools = 学校停课。
script-do-typhoon = 关好门窗，不要出门，远离广告牌、大树、工棚和海边。
script-do-thunder-gale = 马上回屋，关好门窗，远离广告牌、大树和铁皮棚。
script-do-heat = 中午不要在外干活，多喝水，看望独居老人。
script-do-cold = 注意保暖，烧炭要开窗，看望独居老人。
script-do-fog = 少出门，开车慢行，开雾灯。
script-do-haze = 少出门，出门戴口罩，老人小孩留在屋内。
script-do-icy-road = 路面结冰，少出门，开车慢行。
script-do-hail = 马上回屋，远离门窗和铁皮棚。
script-do-forest-fire = 不要进山，不要用火，不要烧草。
script-danger-remains = 山边、河边可能还有危险，不要靠近。已转移的人要等镇里同意，不要擅自返回。
script-moved-remains = 已转移的人要等镇里同意，不要擅自返回。
script-over-updated = 🔁 <b>{ $title }</b>：已有新的一条，<b>这条不要再读</b>。
script-over-lifted = ✅ <b>{ $title }</b>：已解除，<b>这条不要再读</b>。
script-over-expired = ⌛ <b>{ $title }</b>：已过有效期，<b>这条不要再读</b>。


### Two reports of one event

link-suspected = 🔁 <b>疑似重复</b>：{ $number }（{ $at } { $place }）{ $text }
link-merged = { $newer } 已并入 { $older }。
link-separate = 已记：{ $older } 和 { $newer } 是两件事。
link-decided = 已经有人定过了。
button-merge = 并为一件：{ $number }
button-separate = 不合并
card-merged-in = 🔗 已并入本件：{ $numbers }
card-merged = 🔗 已并入 { $note }（{ $by } { $at }）
state-merged = 已并入另一件
tap-over-merged = { $number } 已并入另一件。
told-merged = 🔗 { $newer } 和 { $older } 是同一件，{ $by } 已合并。您的报告保留，进展照样告诉您。
told-joined = 🔗 { $by } 把 { $newer } 并入了 { $older }，两处来源都保留。
same-or-other = <b>附近已有一件：</b>{ $number } { $category } · { $place }（{ $at }，{ $files } 个文件）。是同一件吗？
button-same-case = 是，补充到该事件
button-other-case = 是另一件，照常上报
### What the duty room adds

button-elements = 补要素
button-element = { $there ->
    [yes] ✓ { $name }
   *[no] { $name }
 }
element-menu = { $number } 补哪一项？
element-leaders = 领导到场情况
type-element = { $name }，请<b>回复这条消息</b>，写 { $number } 的“{ $element }”。
placeholder-element = 写一两句
element-kept = { $number } 已记入。
### Duty roster and handover
seat-leader = 带班领导
seat-main = 主班
seat-deputy = 副班
weekday-1 = 周一
weekday-2 = 周二
weekday-3 = 周三
weekday-4 = 周四
weekday-5 = 周五
weekday-6 = 周六
weekday-7 = 周日
duty-seat = 🟢 { $seat }：<b>{ $name }</b> { $phone }{ $trouble }
duty-seat-empty = ⚠️ { $seat }：没有人
duty-nobody = 没有人
duty-next = ⏭ { $at } 换班：{ $who }
duty-gap = ⚠️ { $since } 到 { $until }：{ $seat }没有人
duty-more-gaps = ……还有 { $number } 段没有人
duty-no-roster = 没有排班：全群一起值班，谁看到谁接报。排班用 /roster。
duty-main-empty = 现在主班没有人：全群一起值班，谁看到谁接报。
duty-handover-open = 🤝 还没交接完：{ $before } 仍然负责，等 { $after } 接班。
duty-handover-refused = 🤝 { $after } 没有接班：{ $before } 仍然负责。
duty-change = 🔔 <b>{ $area } 值班</b>：现在是
duty-yours = 🔔 您现在当班：<b>{ $area } { $seat }</b>
duty-gaps = ⚠️ <b>{ $area } 值班：七天内有空缺</b>
duty-gaps-how = 排人：/roster
duty-planned-silent = ⚠️ 排了班但叫不到：{ $name } { $phone }（{ $reason }）
handover-title = 🤝 <b>{ $area } 交接班</b>　{ $before } → <b>{ $after }</b>
handover-open = 共 { $number } 项，还有 { $left } 项没接。逐项看过就点 ✓；接完之前仍由 { $before } 负责。
handover-empty = 没有要交接的事项。点 <b>接班</b>。
handover-state-accepted = ✅ 已接班。
handover-confirmed = ✅ 已电话交接，{ $by } 确认。
handover-state-refused = ⛔ 没有接班：{ $reason }。仍由 { $before } 负责。
handover-state-lapsed = 没有交接完，已到下一班；重新交接。
handover-state-void = 不用交接了：原来的人继续值。
handover-page = 第 { $page } 页，共 { $pages } 页
handover-case = { $mark } { $priority } { $number } { $category }，{ $state ->
    [open] 没人接
    [acknowledged] { $by } 已接
   *[referred] { $by } 已转办
 }{ $calling ->
    [yes] ，还在叫人
   *[no] { "" }
 }{ $due ->
    [none] { "" }
   *[other] 。⏱ { $due }
 }
post-cases = 📂 您接的岗位有 { $number } 件没办结，由您接着管。看用 /cases。
post-case = { $mark } { $number } { $category }
handover-question = ❓ { $number } 追问还没回：{ $text }（{ $by }）
handover-due = { $name } { $at } 前{ $over ->
    [yes] （已超时）
   *[no] { "" }
 }
handover-note = 📝 { $text }（{ $by }）
handover-hazard = 🚧 { $number } { $category }：{ $days } 天没销号
handover-more = ……还有 { $number } 项，见 /cases
handover-unreached = ⚠️ 叫不到 { $name }，请打电话：{ $phone }
handover-yours = 🤝 换班了。<b>{ $name } 接完之前仍由您负责</b>，有事还会叫您。{ $phone }
handover-still-yours = 🤝 { $name } 还没接班，<b>仍由您负责</b>。请打电话催：{ $phone }
handover-reminder = ⏰ 请接班。
handover-done = ✅ { $name } 已接班，您可以休息了。
handover-refused = ⛔ <b>{ $area }</b>：{ $name } 拒绝接班：{ $reason }。仍由 { $before } 负责。请带班领导安排，{ $name } 电话 { $phone }。换人用 /roster。
handover-why = { $name }，请<b>回复这条消息</b>：为什么不能接班？
handover-refusal-kept = 记下了，已告诉上一班、值班群和带班领导。能接了就再点 ✓。
placeholder-handover-why = 原因
button-take-over = ✅ 接班
button-refuse-shift = ⛔ 不能接班
button-handed-over = ☎️ 已电话交接（带班领导）
button-previous-page = ◀️ 上一页
button-next-page = ▶️ 下一页
toast-handover-taken = 接了。还有 { $left } 项。
toast-handover-done = 已接班。
toast-handover-no-right = 这次交接不归您。
toast-handover-over = 这次交接已经结束。
toast-handover-gone = 没有这一项。

### The duty roster, edited
command-roster = 值班表：排班、换人、换班、导入
roster-title = 📋 <b>{ $area } 值班表</b>
roster-week = <b>七天内换班</b>
roster-notes = <b>交接事项</b>
roster-rotation = 🔁 { $seat }：{ $kind }　{ $names }
roster-change = · { $at } { $seats }
roster-arrow = { " → " }
rotation-daily = 每天一换
rotation-weekly = 每周一换
rotation-day-night = 白班夜班轮流
button-roster-rotation = 🔁 排轮班
button-roster-override = ✏️ 换人顶班
button-roster-swap = 🤝 我要换班
button-roster-import = 📥 导入
button-roster-calendar = 📤 日历文件
button-roster-note = 📝 记交接事项
button-roster-end = 🗑 撤掉轮班
button-roster-cover = 请 { $name } 顶班
button-roster-save = ✅ 就这样排
button-roster-ask = ✅ 去问对方
roster-doing-rotation = 排轮班
roster-doing-override = 换人顶班
roster-doing-swap = 换班
roster-doing-end = 撤掉轮班
roster-ask-rotation-seat = 哪个岗？
roster-ask-rotation-kind = 怎么轮？
roster-ask-rotation-people = 谁轮？按轮的先后点，再点 <b>完成</b>。
roster-ask-rotation-day = 从哪天换班时开始？
roster-ask-rotation-summary = 对吗？会告诉值班群。
roster-ask-override-seat = 哪个岗？
roster-ask-override-shift = 哪一班？
roster-ask-override-person = 换成谁？
roster-ask-override-summary = 对吗？会告诉值班群。
roster-ask-swap-shift = 您要换哪一班？
roster-ask-swap-for = ⇄ 和谁的哪一班对换，或请谁顶班？
roster-ask-swap-summary = 对方点“同意”才算数。
roster-ask-end-rotation = 撤掉哪个？
roster-ask-end-summary = 现在起撤掉，对吗？
roster-from-day = 从 { $day } 起
roster-person = → { $name }
roster-in-exchange = ⇄ { $shift }
roster-no-shift = 没有可以选的班。先 <b>排轮班</b> 或 <b>导入</b>。
roster-no-staff = 还没有别的值班员或带班领导。先用邀请链接登记。
roster-which = 看哪里的值班表？
roster-type-import = { $name }，请把值班表发给我：XLSX 或 CSV 文件，或直接贴文字（<b>在群里要回复这条消息</b>）。第一行是：日期,带班领导,主班,副班。可加 班次 或 开始,结束。/cancel 不导了。
roster-type-note = { $name }，要交给下一班什么事？（<b>在群里要回复这条消息</b>）做完前每次交接都会列出来。
placeholder-roster-import = 日期,带班领导,主班,副班
placeholder-roster-note = 如：10 点回电区三防
roster-edited-rotation = 📋 { $by } 排了 { $seat }：{ $kind }，{ $names }，从 { $day } 起。
roster-edited-override = 📋 { $by } 改了 { $seat }：{ $shift } 由 <b>{ $name }</b> 值。
roster-edited-swap = 🤝 { $seat } 换班：{ $shift } 由 <b>{ $other }</b> 替 { $asker }{ $theirs ->
    [none] { "" }
   *[other] ；{ $theirs } 由 <b>{ $asker }</b> 值
 }。
roster-edited-import = 📋 { $by } 导入了 { $number } 个班。
roster-edited-end = 📋 { $by } 撤掉了 { $seat } 的轮班。
roster-no-right = 排班归值班员、带班领导和管理员，在自己的值班群或私信里用 /roster。
roster-not-yours = 这是别人在用的画面。您自己发 /roster。
roster-closed = 收起了。再看用 /roster。
roster-calendar-comes = 日历文件马上就到。
roster-saved = 排好了。
roster-asked = 问了对方，同意了会告诉您。
roster-stale = 班表变了，请重来。
roster-unreachable = 对方还没开通机器人或屏蔽了它，请打电话，再由带班领导换人。
roster-tap-please = 请点按钮。不排了用 /cancel。
roster-note-kept = 记下了，下一班接班时会列出来。
roster-calendar = 📤 { $area }：两个月内 { $number } 个班。点开就能放进手机日历。
roster-calendar-name = { $area } 值班
roster-imported = 📥 新排 { $new } 个班，已有或已过 { $same } 个，看不懂 { $faults } 处。
roster-file-taken = 收到文件，读完马上告诉您。
roster-more-faults = ……还有 { $number } 处
roster-file-unreadable = 📥 { $name } 打不开（{ $reason }）。请发 XLSX 或 CSV，或把文字贴给我。
roster-fault-no-date = 第 { $line } 行：没有日期
roster-fault-bad-date = 第 { $line } 行：“{ $cell }”不是日期，如 2026-11-25
roster-fault-bad-time = 第 { $line } 行：“{ $cell }”看不懂，如 08:30 或 夜班
roster-fault-nobody = 第 { $line } 行：值班员和带班领导里没有“{ $cell }”
roster-fault-several = 第 { $line } 行：叫“{ $cell }”的有几个人，请写电话
roster-fault-no-columns = 第一行要有 日期 和 带班领导、主班、副班 里的一个（看到的是：{ $cell }）
roster-fault-too-long = { $cell } 行太长了，一次最多 { $line } 行
swap-asked = 🤝 <b>{ $asker }</b> 想和您换班：请您替他值 { $seat } { $shift }{ $theirs ->
    [none] 。
   *[other] ，他替您值 { $theirs }。
 }
swap-agreed = ✅ { $other } 同意了：{ $shift }。
swap-declined = { $other } 不同意换：{ $shift }，仍由您值。
swap-void = 换班作废了，班表已经变了：{ $shift }（{ $other }）。
swap-you-agreed = ✅ 您同意换班，班表改好了。
swap-you-declined = 您没有同意换班，班表不变。
swap-you-void = 班表已经变了，这次换班作废。
swap-you-no-right = 这次换班问的不是您。
swap-you-gone = 没有这次换班。
swap-you-over = 这次换班已经答过了。
button-swap-yes = ✅ 同意
button-swap-no = 不同意
sentence-noted =
    从您的话里记下：
    { $values }
### CAP messages handed in

cap-fetching = 📥 收到，正在读这份 CAP 消息……
cap-not-on-the-list = 这个网址不在允许的名单里（CAP_SOURCES）。可以把文件发给我。
cap-read = 📄 读好了这份 CAP 消息（<code>{ $identifier }</code>）。它<b>还没有发布</b>：看过草稿、提交、由另一个人批准，才会发出。
cap-refused = ⚠️ 这份 CAP 消息不能用：{ $why }
cap-known = 第 { $number } 号就是这份消息。
button-cap-look = 看草稿
cap-why-too-big = 文件太大。
cap-why-not-xml = 不是完好的 XML。
cap-why-doctype = 里面有 DOCTYPE（可能有害），不读。
cap-why-not-cap = 不是 CAP 1.2。
cap-why-status = 它写明是测试、草稿或系统消息，不是给公众的。
cap-why-kind = 它是回执或纠错，不是预警。
cap-why-scope = 它不是公开的消息。
cap-why-no-words = 里面没有内容。
cap-why-away = 一直取不到，请稍后再发。
cap-why-not-on-the-list = 网址不在允许的名单里。
cap-why-no-such-page = 这个网址上没有。
cap-why-other = 缺少或写错了“{ $name }”。
version-added = { $number } { $version }已记，已通知信息员。
verified-natural-only = 核报只用于自然灾害。请写：续报、更正或终报。
told-version = 🔔 { $number } 值班员 <b>{ $by }</b> 记了{ $version }：{ $text }

### An acknowledgement that lapses, copies in private

acknowledgement-lapsed = ⏰ { $number }：{ $by } 接报后 { $minutes } 分钟没有进展，<b>接报失效，重新呼叫</b>。有进展就追问、转办、补充或点“已控制”。
timeline-lapsed = ⏰ 接报失效，重新呼叫{ $note }
command-copies = 在岗时私聊收哪些级别
copies-title = 您在岗时，除了值班群，这些级别另发一份到这里，响铃。点一下开或关：
copies-private = 请在和机器人的私聊里用 /copies。
copies-not-for-you = 只有值班、带班人员在岗时才收私聊。
button-copies = { $on ->
    [yes] ✓ { $level }
   *[no] ○ { $level }
 }

### Villages that nobody would wake, and the test call
drill-kind-call = 测试叫应
drill-test-call-name = 静默时段测试叫应
test-call = 🔔 <b>静默时段测试叫应</b>：半夜有事叫得到您吗？收到请点 <b>收到</b>。
test-call-answered = ✅ 您 { $at } 点了收到，谢谢。
wake-list = 😴 <b>{ $area }：今晚叫不醒的村</b>　{ $villages } 个村里有 { $number } 个
wake-list-half = 只有一个人叫得到的村：{ $number } 个
wake-list-how = 请打电话核实，补人用邀请链接。下周再看。
wake-village = · { $area }：{ $posts }
wake-post = { $rank }{ $who }（{ $why }）
wake-empty = 没有信息员的 { $number } 个：{ $names }
wake-more = ……还有 { $number } 个
wake-vacant = 没有人
wake-silent = { $days } 天没有动静
### Storm control

storm-title-p0 = 🔴 <b>短时间内报告很多：这里 { $number } 件 P0，{ $open } 件无人接报</b>
storm-title-rest = 📋 <b>短时间内报告很多：这里 { $number } 件，{ $open } 件无人接报</b>
    { $counts }
storm-line = { $mark } { $number } { $area } { $category } · { $span }
storm-line-taken = ✅ { $number } { $area } { $category } · { $by }
storm-more = 还有 { $number } 件，用 /cases 看。
storm-again = ❗ <b>{ $number } 件无人接报</b>，最久的 { $span }：
button-storm = 接报 { $number }

### Steering a broadcast

button-pause = ⏸ 暂停
button-resume = ▶️ 继续
button-stop = ⏹ 停止
button-record = 记录
alert-sending-paused = ⏸ <b>已暂停</b>，{ $number } 份等着。没发完的不会自己再发。
alert-sending-stopped = ⏹ <b>已停止</b>，没发出的不再发。
alert-toast-pause = 已暂停。
alert-toast-resume = 继续发。
alert-toast-stop = 已停止，没发出的不再发。
unsent-stopped = 已停止
unsent-file-gone = 文件没有了
skipped-elsewhere = 订的不是这里
record-title = 📋 第 { $number } 号“<b>{ $title }</b>”的记录（送达 / 应发；订了两处的，两处都算）
record-nobody = 没有要发的人。
record-line = · { $name } { $sent }/{ $total }
record-more = ……还有 { $number } 处
command-why = 某人为什么没收到预警
why-how = 请写：<code>/why 预警号 姓名</code>（姓名也可以写电话、Telegram 号），如第 12 号预警：<code>/why 12 陈秀兰</code>
why-unknown = 没有找到“{ $who }”：没有打开过机器人，或名字不同。
why-sent = ✅ { $name }：{ $at } 已送达。
why-sending = ⏳ { $name }：正在发。
why-ready = ⏳ { $name }：排在后面，{ $at } 起发。
why-paused = ⏸ { $name }：发送暂停了。
why-held = ❔ { $name }：不知道是否送到（发的时候停过机），点“补发”会再发。
why-failed = ❌ { $name }：没送到（{ $reason }）。
why-dropped = 🚫 { $name }：没有发（{ $reason }）。
why-skipped = 🚫 { $name }：没有发，{ $reason }。
why-unreachable = ❌ { $name }：联系不上（屏蔽了机器人，或账号停用）。
why-none = 🚫 { $name }：没有订阅这个地方。

### Paid broadcasts

button-paid = ⚡ 付费加速（最多 { $stars } 颗星）
button-free = 不付费（每秒 30 条）
alert-card-paid = ⚡ 付费加速：每秒 1000 条，最多 <b>{ $stars }</b> 颗星（每条 0.1），从机器人的余额扣
alert-toast-paid = 已选付费加速，发布时生效。
alert-toast-free = 已改回不付费。
alert-refused-admins-only = 付费加速只有管理员可以选。
# what a resident's own words are answered with; what could not be read and why; words after a receipt
words-not-sent =
    ☎️ <b>有人遇险，马上打 110、119、120。</b>
    这里不是报警，您的话没有转给任何人。
    要告诉本村信息员，点下面的按钮。村（居）信息员请点管理员发的邀请链接。
receipt-unread-file = ✅ 已收到，编号 <b>{ $number }</b>。我听不了、看不了里面的内容，已请值班员来判读。您也可以打字说：什么事、在哪里。
receipt-unread-drill = ✅ 已收到，编号 <b>{ $number }</b>。您标了演练，但现在没有进行中的演练，已请值班员核实。<b>如果是真的，请写“不是演练”再说一次。</b>
followup-placed = 📍 { $place }
mark-place-asked = ⚠️ 地点待信息员确认：{ $places }
nothing-open-to-withdraw = 没有可以撤回的报告。/cases 看您的报告。
followup-which = 记在这一件：{ $category }。
button-meant-other = 是另一件：{ $number } { $category }
button-meant-new = 是另一件事，单独上报
words-moved = 好，这句话已改记到 <b>{ $number }</b>。
fault-words-followed = 后面已经有新内容，不能整句移走。请写“更正：……”说明。
## Residents answer an alert: 我安全, 需要帮助, 帮我看看家人

button-help-safe = ✅ 我安全
button-help-help = 🆘 需要帮助
button-help-family = 👪 帮我看看家人
button-help-send = 🆘 发出求助
button-help-go = 🏃 我去
placeholder-help = 您怎么了？几个人？
placeholder-family = 家人是谁？住哪里？
help-not-110 = <b>有生命危险，马上打 110、119、120。</b>
help-ask-help = 可以发定位、手机号，也可以写几个字：怎么了、几个人、在哪里。不写也能发出。
help-ask-family = 请写：家人是谁、多大年纪、住在哪里、怎么联系。可以发定位和您的手机号。
help-consent = 🔐 点“发出求助”，就是同意把您的名字和您在这里发的内容交给村信息员和值班室，只用来救助；预警结束 { $days } 天后删除。
help-preview = 👀 <b>还没发出。</b>发给 { $area } 的信息员和值班室：
help-with-place = 📍 有定位
help-without-place = 📍 没有定位
help-with-phone = 📞 { $phone }
help-without-phone = 📞 没有手机号，别人打不了电话给您
help-not-usable = 这个用不了。请发定位、手机号或文字。
help-sending = 正在发出。
help-receipt = 🆘 <b>求助已发出</b>，正在叫信息员和值班室，有人接了会告诉您。有生命危险，马上打 110、119、120。
help-coming = 🏃 信息员 <b>{ $by }</b> 正在去找您。{ $phone }
help-told-taken = ✅ 值班室已经收到您的求助，正在处理。情况变坏，马上打 110、119、120。
help-told-over = 值班室已经处理完您的求助。还需要帮助，请再点“需要帮助”，或打 110、119、120。
help-cancelled = 已取消，没有发出。
help-toast-safe = 记下了：您安全。情况有变，再点“需要帮助”。
help-toast-over = 这条预警已经结束。需要帮助请打 110、119、120，或发 /tip。
help-toast-drill = 【演练】这是演练，不会真的发出求助。真有危险，马上打 110、119、120。【演练】
help-toast-already = 您的求助已经发出，正在处理。情况变坏，马上打 110、119、120。
help-toast-going = 值班室和居民都知道您去了。
help-officer-help = 🆘 <b>居民求助</b>（点了预警下面的“需要帮助”）
help-officer-family = 👪 <b>居民请您去看看家人</b>
help-officer-next = 值班室也收到了。您去，就点“我去”。
help-going = 🏃 信息员 <b>{ $by }</b> 去了。{ $phone }
help-now-safe = ✅ 求助人后来点了“我安全”。请核实。
answers-title = 🙋 <b>居民回应</b> · 第 { $number } 号 { $title }
answers-sum = ✅ 安全 { $safe } · 🆘 需要帮助 { $help } · 👪 看家人 { $family }
answers-line = { $place }：✅ { $safe } · 🆘 { $help } · 👪 { $family }
answers-more = 还有 { $number } 个地方
card-resident = 👤 居民：{ $name } · { $phone }
mark-help = 🆘 居民求助，没有人核实过。请打电话，不能在这里追问。
mark-family = 👪 居民请去看看家人，没有人核实过。请打电话，不能在这里追问。
### Early signs (苗头): the form, the referral, 提前介入

button-sign = 报苗头
command-sign = 报苗头（纠纷、聚集等）
mark-from-sign = 🔗 由苗头 { $number } 演变
mark-keyed = ⌨️ 由 { $name } 代录
sign-plan = 🗓 <b>计划：{ $value }</b>
sign-referral = 分流（{ $kind }）：先由 { $first }，再由 { $then }
sign-restricted = 🔒 涉及个人隐私，经过已隐去。值班员点“看原文”，或打电话给信息员。
sign-became = ⚠️ 已演变为事件 { $numbers }
intervention-given = 提前介入：{ $unit }，{ $due } 前，<b>待接手</b>
intervention-taken = 提前介入：{ $unit }，<b>{ $by }</b> 已接手，{ $due } 前
intervention-settled = ✅ 提前介入：{ $unit }，{ $by }。结果：{ $outcome }
intervention-late = ⏰ <b>已过期限 { $span }</b>
intervention-overdue = ⏰ { $number } 的提前介入已过期限 { $span }。单位：{ $unit }，接手人：{ $by }。请填结果，或改派、延期。
sign-nobody = 还没有人
button-sign-step-in = 提前介入
button-sign-take = 我来接手
button-sign-taker = 登记接手人
button-sign-outcome = 填写结果
button-sign-again = 改派或延期
button-sign-names = 看原文
button-sign-other = 其他单位，打字
sign-who = { $number }：请谁提前介入？
sign-when = { $number }：<b>{ $unit }</b>，几天内办？
sign-days = { $days } 天
sign-given = { $number }：已请 <b>{ $unit }</b> 在 { $days } 天内提前介入，卡片上看得到。
sign-toast-taken = { $number }：已接手，报告人会知道。
sign-settled = { $number }：结果已记，已告诉报告人。点卡片上的“办结”就结案。
type-intervention-unit = { $name }，请<b>回复这条消息</b>：{ $number } 由哪个单位提前介入？
placeholder-intervention-unit = 单位名称
type-intervention-taker = { $name }，请<b>回复这条消息</b>：{ $number } 由谁接手？写姓名，可加电话。
placeholder-intervention-taker = 姓名
type-intervention-outcome = { $name }，请<b>回复这条消息</b>：{ $number } 提前介入的结果。
placeholder-intervention-outcome = 结果，一两句
intervention-told-given = 🤝 { $number }：已请 <b>{ $unit }</b> 提前介入，{ $due } 前办理。
intervention-told-taken = 🤝 { $number }：<b>{ $unit }</b> 的 <b>{ $by }</b> 已接手，{ $due } 前办理。
intervention-told-settled = ✅ { $number }：提前介入有结果了（{ $unit }，{ $by }）：{ $outcome }

### On behalf of a caller (代报), one-line codes

command-behalf = 代报：别人打电话来，您来录
command-code = 一行代码，如 H3 2 0 高滩
behalf-no-right = 代报给信息员（私聊）和值班员（值班群或私聊）用。
behalf-words = { $name }，对方怎么说？{ $place ->
        [group] 请<b>回复这条消息</b>，
       *[private] 请
    }写一句话：什么事、哪个村、有没有人伤。
behalf-say-what = { $name }，还看不出是什么事。{ $place ->
        [group] 请<b>回复这条消息</b>，
       *[private] 请
    }写清什么事、哪里，如 高滩村口车祸伤两人；或一行代码，如 H3 2 0 高滩。
behalf-caller = 来电人：{ $name }
behalf-caller-ask = { $name }，谁打来的？{ $place ->
        [group] 请<b>回复这条消息</b>，
       *[private] 请
    }写信息员姓名，或群众姓名、电话；几点打来的也写上，如 何志强 9:30 来电。不写时间就算刚刚；不知道是谁写 跳过。
behalf-caller-long = 太长了。这里只写姓名、电话、几点来电；什么事下一步写。
behalf-time = 来电时间“{ $said }”不对：要在现在之前、两天之内。请再写一次，如 9:30 来电。
behalf-which = 是哪一位信息员打来的？
behalf-none-of-these = 都不是
behalf-words-please = 这一步请写字；照片发出后再发。
behalf-who-after = ☎️ 是谁打来的？写姓名、电话、几点来电，如 张伯 9:30 来电。不知道可以不写。
behalf-caller-kept = { $number }：来电人和时间记下了。
behalf-receipt = ✅ 已录，编号 <b>{ $number }</b>，{ $priority }
    { $category } · { $place }
behalf-call-at = 来电时间：{ $at }
placeholder-behalf = 写在这里
code-hazards = 隐患
code-title = <b>一行代码 · { $kind }</b>
    代码 { $one } { $two } 地点，如 <code>H3 2 0 高滩</code>
code-how = 不清楚写 ?，没说就不写（不写不等于 0）。值班员发 <code>/code H3 2 0 高滩</code>
code-figure-injured = 受伤人数
code-figure-ill = 患病人数
code-figure-trapped = 被困人数
code-figure-threatened-households = 威胁户数
code-figure-threatened-people = 威胁人数
code-not-one = 这不是代码。字母加数字打头，再写两个人数和地点，如 { $example }。发 /code 看代码表。
code-unknown = 没有代码 { $code }，最大到 { $last }。正确的如 { $example }。发 /code 看代码表。
code-too-many = { $code } 后面最多两个数，然后写地点，如 { $example }。
code-no-place = { $code } 后面还要写地点，如 { $example }。
code-too-large = { $figure } 太大了，请核对，如 { $example }。
### Escalation policies

command-policy = 呼叫规则：谁在第几分钟叫谁
policy-admins-only = 呼叫规则只有管理员能改。
policy-list = <b>呼叫规则</b>
    没有另定的，按自带升级表。点一条看详情：
policy-none = <b>呼叫规则</b>
    还没有另定的规则，都按自带升级表。
policy-how = <b>把规则发给我</b>，第一行写级别，可加镇、类别、时段；下面一行一步，数字是离上一步的分钟：
    <pre>P0 派潭镇 火灾 22:00-06:00
    0 镇群 区群
    3 镇群 值班
    3 领导 @姓名
    重复 5 镇群 区群 领导
    进展 20
    停止 接报 转办</pre>
    可叫：镇群 区群 值班 副班 领导 A岗 B岗 部门（如 水务） @姓名。不想写了：/cancel
policy-preview = <b>{ $title }</b>
    若 { $at } { $area } 发生 { $level } { $category }，一直无人接报：
policy-call = { $at } { $whom }
policy-call-silent = { $at } { $whom }（静音）
policy-on = 之后每 { $minutes } 分钟再叫一次，直到{ $stops }。
policy-ends = 之后不再叫。
policy-progress = 接报后 { $minutes } 分钟没有进展，重新呼叫。
policy-sure = 对吗？保存后新的事件按它走，正在叫的不变。
policy-title = { $level } { $area } { $category } { $hours }
policy-version = 第 { $version } 版 · { $by } { $at }
policy-old = <b>旧版本</b>
    不再有效的规则，最近停用的在前：
policy-old-none = 没有旧版本。
policy-old-line = { $title } 第 { $version } 版 · { $at }
policy-old-ended = 已不用：{ $at } 由 { $by } 替换或停用。
button-policy-old = 🕘 旧版本
policy-everywhere = 全区
policy-any = 各类
policy-saved = ✅ 已保存，第 { $version } 版。
policy-ended = ✅ 已停用，改按其他规则或自带升级表。
policy-end-sure = 停用“{ $title }”？
policy-whom-town-duty = 镇群
policy-whom-district-duty = 区群
policy-whom-leader = 领导
policy-whom-on-duty = 值班
policy-whom-deputy = 副班
policy-whom-post = { $rank }岗
policy-stop-acknowledged = 接报
policy-stop-referred = 转办
policy-or = 或
button-policy-new = ＋ 写一条
button-policy-save = 保存
button-policy-end = 停用
button-policy-end-sure = 确定停用
policy-fault-word = 不认得“{ $said }”。改好再发一次，或 /cancel。
policy-fault-level = 第一行要有级别：P0、P1、P2 或 P3。改好再发一次，或 /cancel。
policy-fault-hours = 时段的起止不能一样。改好再发一次，或 /cancel。
policy-fault-steps = 一步都没有：谁也不会被叫到。改好再发一次，或 /cancel。
policy-fault-many = 最多 { $said } 步。改好再发一次，或 /cancel。
policy-fault-repeat = P0 要有“重复”一行：人命关天，要叫到有人应答。改好再发一次，或 /cancel。
policy-fault-first = 第一步要写 0：马上叫。改好再发一次，或 /cancel。
policy-fault-minutes = “{ $said }”不是 1 到 1440 的分钟数。改好再发一次，或 /cancel。
policy-fault-whom = “{ $said }”没有写叫谁。改好再发一次，或 /cancel。
policy-fault-stop = “停止”后面写 接报 或 转办。改好再发一次，或 /cancel。
policy-fault-person = 没有叫“{ $said }”、开通了机器人的人。改好再发一次，或 /cancel。
policy-fault-persons = 叫“{ $said }”的不止一个。改用职务，或 /cancel。

timeline-intervention-given = 🤝 { $by } 请人提前介入{ $note }
timeline-intervention-taken = 🤝 { $by } 登记接手{ $note }
timeline-intervention-settled = ✅ { $by } 填写介入结果{ $note }
timeline-intervention-overdue = ⏰ 提前介入已过期限{ $note }
timeline-caller-named = ☎️ { $by } 补记来电人{ $note }
### The auditor, the second channel

alarm-missed = 🆘 <b>{ $number } 没有按规则往上叫</b>（{ $reason }）。请马上打电话，并查看程序日志。
reason-missed-no-climb = 没有开始叫
reason-missed-stopped = 无人接报却停了
reason-missed-late = 到点没有叫
reason-missed-no-time = 没有下一次的时间
reason-missed-too-far = 下一次定得太远
reason-missed-lapse-late = 接报后的进展没有按时查
reason-missed-unreadable = 规则读不出来
alarm-hook = ⚠️ 第二通道（短信、语音网关）发不出去：{ $number } 第 { $step } 步，{ $fault }。Telegram 的呼叫不受影响。
drill-doubt-forwarded = 您没有回答是演练还是真实，已按可能真实转值班室核实。

## Posters, what is true, places of refuge

button-subscribe-here = ✅ 订阅这里的预警
button-subscribe-elsewhere = 换一个地方
button-real = ❓ 这条消息是真的吗？
button-shelter = 🏠 最近的避难场所
subscribe-confirm = 订阅 <b>{ $name }</b> 的公共预警？点一下就好，随时可以退订。
link-unknown-area = 这个链接里的地方不认识。请发 /subscribe 自己选。
command-real = 这条消息是真的吗？
command-shelter = 最近的避难场所
real-live = ✅ <b>这里发布过、现在有效的预警</b>（{ $names }）：
real-none = ❌ <b>这里现在没有有效的预警</b>（{ $names }）。
real-over = 一天内已经结束的：
real-rule = 发布人、时间、地方和上面对不上的，就不是这里发布的，请不要转发。天气预警以气象台为准。有危险打 110、119、120。
real-rule-none = 您看到的消息不是这里发布的，请不要转发。天气预警以气象台为准。有危险打 110、119、120。
shelter-where = 您在哪里？发定位，或写村名。
shelter-not-found = 没有找到这个地方。请发定位，或写镇街名、村名。
shelter-title = 🏠 <b>最近的、开放的避难场所</b>（直线距离）
shelter-line = <b>{ $number }. { $name }</b> · { $km } 公里 · { $area }
shelter-room = 👥 可容纳 { $number } 人
shelter-not-for = ⚠️ 不能用来躲：{ $what }
shelter-care = 路上有水、有塌方就不要走，听信息员安排。有危险打 110、119、120。
shelter-none = 现在没有开放的避难场所。请问本村信息员，有危险打 110、119、120。
shelter-none-kept = 还没有避难场所的名单，或不归您管。管理员：python -m bot load shelters.csv
shelter-kept-title = 🏠 <b>避难场所</b>
shelter-kept-line = { $mark } { $name }（{ $area }）：{ $state }
shelter-kept-how = 点按钮改状态：{ $open } 开放 · { $full } 已满 · { $closed } 关闭
shelter-open = 开放
shelter-full = 已满
shelter-closed = 关闭
shelter-map = 🗺 <a href="{ $url }">地图</a>

## The poster of an area

poster-title = 扫一扫，订阅本地预警
poster-how = 1. 手机装好 Telegram  2. 扫上面的码，点“开始”  3. 点“订阅这里的预警”
poster-what = { $name }有暴雨、台风、山洪、滑坡等预警，马上发到手机。免费，随时可以退订。
poster-danger = 有人遇险，马上打 110、119、120
poster-caption = 🖨 <b>{ $name }</b> 的海报，A4，可以直接打印张贴。
poster-which = 做哪个村的海报？请写：/poster 派潭镇高滩村
poster-no-right = 只有管这个地方的值班人员和管理员能做海报。
command-poster = 村里张贴的二维码海报

### A note under the card

timeline-verb-noted = 📝 { $by }{ $note }
case-note-kept = 📝 已记入 { $number } 的经过，信息员看不到。要问信息员，点“追问”。

### The checklist of a case (处置清单)

button-checklist = 清单
button-step-na = 不适用…
checklist-line = 📋 清单 { $done }/{ $all }{ $more }
checklist-late = {" "}· ⏰ 超时 { $number }：{ $names }
checklist-new = {" "}· 🆕 新增：{ $names }
checklist-title = 📋 <b>{ $number } 处置清单</b>（{ $name }）
checklist-how = 点一步就勾上；点 ☑ 或 ➖ 取消。
checklist-none = { $number } 没有清单。
checklist-open = { $mark } { $number } { $name }（{ $role }{ $due }）{ $new }
checklist-due = ，{ $at } 前
checklist-is-new = {" "}🆕
checklist-done = ☑ { $number } { $name } · { $by } { $at }
checklist-na = ➖ { $number } { $name } · 不适用：{ $note }（{ $by } { $at }）
checklist-open-figures = ❓ 数字清楚后可能增加步骤：{ $figures }
checklist-which-na = { $number } 哪一步不适用？
checklist-is-open = “{ $name }”还没有勾。
checklist-already-done = “{ $name }”{ $by } { $at } 已勾。
checklist-already-na = “{ $name }”{ $by } { $at } 已记不适用。
checklist-overdue = ⏰ <b>{ $number }</b> 清单有步骤过了时间：
checklist-overdue-step = ☐ { $number } { $name }（{ $role }，{ $due } 前）
step-role-town = 镇值班
step-role-district = 区值班
step-role-leader = 带班领导
step-role-commander = 现场指挥
step-role-village = 村
type-step-na = { $name }，请<b>回复这条消息</b>：{ $number } 这一步为什么不适用？
placeholder-step-na = 不适用的原因
toast-ticked = ☑ 已勾
toast-unticked = 已取消
as-it-is = { $text }
timeline-verb-ticked = ☑ { $by } 完成{ $note }
timeline-verb-unticked = ☐ { $by } 取消勾选{ $note }
timeline-verb-step-set-aside = ➖ { $by } 记为不适用{ $note }
timeline-verb-steps-added = 📋 清单增加步骤{ $note }
timeline-verb-steps-overdue = ⏰ 清单超时{ $note }
## Circles and polygons on an alert

alert-ask-radius = <b>以这个点为中心，多大范围？</b> 点一个，或写公里数，如：1.5。
alert-radius = { $km } 公里
alert-fault-radius = “{ $text }”不是公里数。请写 0.05 到 50，如：1.5，或 800米。
alert-map = 🗺 <a href="{ $url }">地图</a>
alert-shape-circle = ◎ 以 { $point } 为中心 <b>{ $km } 公里</b> · <a href="{ $url }">地图</a>
alert-shape-polygon = ◎ 划定的范围（{ $number } 个多边形） · <a href="{ $url }">地图</a>
alert-shape-counted = 🏘 这个范围算入 <b>{ $number }</b> 个村（社区）
alert-shape-town-whole = · { $name }全部 { $number } 个：{ $names }
alert-shape-town = · { $name } { $number } 个：{ $names }
alert-shape-unplaced = ⚠️ 其中 { $number } 个没有坐标：镇的坐标只准到 { $km } 公里，可能涉及的镇整镇算入，宁多勿漏。
alert-shape-placed = 有坐标的 { $number } 个：离这个范围 { $km } 公里以内的算入。
alert-shape-by-hand = ✋ 地方由起草人改过，和画的范围不完全一样。
alert-shape-left-out = ⚠️ <b>不归您管，没有算入</b>：{ $names }。请告诉上一级。
alert-shape-far = 这个范围离本地太远，没有算入任何地方。请核对坐标（纬度, 经度）。
alert-shape-not-yours = 这个范围在 { $names }，不归您管，请告诉上一级。
button-drop-shape = 去掉画的范围
area-file-fetching = 📥 收到，正在读这份范围文件……
area-file-read = 🗺 读好了：{ $polygons } 个多边形，{ $points } 个点。
area-file-refused = ⚠️ 这份范围文件不能用：{ $why }
button-use-area = 用这个范围
area-file-why-too-big = 文件太大，最多 512 KB。
area-file-why-not-xml = 不是完好的 KML。
area-file-why-doctype = 里面有 DOCTYPE（可能有害），不读。
area-file-why-not-area = 不是 GeoJSON，也不是 KML。
area-file-why-no-polygon = 里面没有多边形（只有点或线不行）。
area-file-why-coordinates = 坐标不对：要用 WGS-84 的度数，经度在前、纬度在后。
area-file-why-too-many = 太复杂：最多 20 个多边形、5000 个点。
area-file-why-packed = 是压缩的 KMZ。请解开，发里面的 .kml。
area-file-why-away = 现在取不到文件，请再发一次。
### Notices at a time, repeated notices

button-schedule-once = 定时发
button-schedule-repeat = 重复发
button-schedules = 定时通知
button-templates = 现成通知
button-schedule-set = 定下
button-other-time = 换成重复
button-all-year = 全年
button-flood-season = 汛期（{ $season }）
button-rule-daily = 每天
button-rule-weekdays = 周一至周五
button-rule-weekly = 每周…
button-rule-monthly = 每月…
button-schedule-pause = 暂停
button-schedule-resume = 恢复
button-schedule-stop = 停掉
button-schedule-stop-sure = 确定停掉
button-schedule-edit = 改文字
button-schedule-now = 现在发一次
button-schedule-take = 由我接着发
button-schedule-show = 查看
schedule-today = 今天 { $hour }
schedule-tomorrow = 明天 { $hour }
schedule-when = 什么时候发？点选，或直接写：明天早上八点、6月5日14:30。
schedule-time-past = 这个时间已经过了。
schedule-time-impossible = 没有这一天或这个钟点。
schedule-time-unreadable = 没看懂这个时间。
schedule-time-far = 太远了，最多一年左右。
schedule-hour = { $day } 几点发？点选，或直接写：7:30、下午三点。
schedule-hour-unread = 没看懂这个钟点。
schedule-kind = 多久发一次？
schedule-weekdays = 每周哪几天？可以多选。
schedule-day = 每月几号？点选或直接写；没有这一天的月份，在最后一天发。
schedule-day-unread = 没看懂是几号。
schedule-season = 全年都发，还是只在一段日子里发？也可以直接写：5月1日到9月30日。
schedule-season-unread = 没看懂这段日子。
schedule-confirm = ⏰ <b>{ $when }</b> 发给 { $names } 的信息员。没有错就点 <b>定下</b>。
schedule-confirm-zero = ⏰ <b>{ $when }</b> 在 { $names } 开启一天的零报告，两小时内报齐。没有错就点 <b>定下</b>。
schedule-next = 接下来：{ $times }
schedule-never = 这样定，以后没有一次会发。请换一个时间。
schedule-one-time = { $at }，一次
schedule-over = 已经发过
rule-daily = 每天 { $hour }
rule-weekdays = 周一至周五 { $hour }
rule-weekly = 每{ $days } { $hour }
rule-monthly = 每月{ $days } { $hour }
rule-season = （{ $season }）
season = { $month }月{ $day }日–{ $last_month }月{ $last_day }日
month-day = { $number }号
month-end = 月末
schedule-set = 已定下。下面的卡片随时显示下一次是什么时候。
schedule-templates = <b>现成通知</b>：点开看，改好再发。哪一条都不会自己发，要您点“定下”或“发布”。
schedule-list = ⏰ <b>定时通知</b>，下一次最近的在前：
schedule-list-none = ⏰ 还没有定时通知。写好一条通知，点 <b>定时发</b> 或 <b>重复发</b>。
schedule-more = 还有 { $number } 条。
schedule-line = #{ $number } { $state } { $when } · { $by }
schedule-state-active = ▶️
schedule-state-paused = ⏸ 已暂停
schedule-state-held = ⚠️ 停着
schedule-state-ended = ⏹ 已结束
schedule-title = ⏰ <b>定时通知 #{ $number }</b> { $state }
schedule-plan = { $names } · <b>{ $when }</b>
schedule-by = 定的人：{ $by }
schedule-state-by = { $by } 操作
schedule-last-sent = 上一次 { $at }：已收 <b>{ $received }/{ $total }</b>
schedule-last-missed = 上一次 { $at } 没有发：当时机器人停着
schedule-last-held = 上一次 { $at } 没有发：定的人已经没有权限
schedule-last-switched = 上一次 { $at }：已开启零报告
schedule-stop-sure = 停掉定时通知 #{ $number }？以后不再发，记录留着。
schedule-now-sure = 现在就发给 { $names } 的信息员一次？
schedule-changed = 好了。
schedule-gone = 没有这条定时通知了。
schedule-write = 定时通知 #{ $number } 以后发什么？请写新的内容（“取消”不改）。
schedule-missed = ⚠️ 定时通知 #{ $number }（{ $text }）{ $due } 起有 { $times } 次没有发：当时机器人停着，过了补发的时限。要发就点 <b>查看</b>，再点 <b>现在发一次</b>。
schedule-held = ⚠️ 定时通知 #{ $number }（{ $text }）没有发：{ $by } 已经没有发通知的权限。有权限的人点 <b>查看</b>，再点 <b>由我接着发</b>，或者停掉。
alarm-schedule-held = ⚠️ 定时通知 #{ $number } 停着没发：{ $by } 已经没有权限。内容：{ $text }
broadcast-still-silent = ⏳ 到时间了，还有人没回“收到”，请打电话：
### The room of a case: its topic in a forum group

timeline-verb-note-edited = ✏️ { $by } 改了上面的话{ $note }
case-topic = { $mark } <b>{ $priority }</b> { $topic }：已开专题，请点进去接报。

## How soon and how surely an alert holds

alert-how-sure = ⏱ 紧迫：<b>{ $urgency }</b> · 把握：<b>{ $certainty }</b>
cap-is-immediate = 马上
cap-is-expected = 就快
cap-is-future = 以后
cap-is-past = 已过
cap-is-observed = 已发生
cap-is-likely = 很可能
cap-is-possible = 有可能
cap-is-unlikely = 不大可能
### On-scene command

button-command = 现场指挥
button-command-name = 指定现场指挥
button-command-other = 另指定一人
button-command-hand-over = 换人接任
button-command-told = ☎️ 已电话告知，他接受
button-command-withdraw = 撤回，不请了
button-command-typed = 没有账号的，打字
button-command-accept = ✅ 接受，我来指挥
button-command-refuse = 不能，写原因
button-scene-arrive = 📍 已到场
button-scene-brief = 📻 简报
button-scene-support = 🆘 需要支援
button-scene-hand-over = 交接给别人
command-line = 🦺 现场指挥：{ $who }
command-line-asked = 🦺 现场指挥：{ $who }（{ $asked }）
command-first-there = 先到队伍负责人
command-line-standing = { $name }（{ $at } 起{ $arrived ->
    [no] ，还没说到场
   *[other] ，{ $arrived } 到场
}）
command-waiting = 待接受：{ $name }
command-silent = { $name } 没有应答，请打电话
command-refused = { $name } 不能担任，请另指定
command-title = <b>{ $number } 现场指挥</b>
command-how = 有人接受以前，由先到队伍的负责人指挥。交接时新的人接受了，原来的人才卸任。
command-whom = { $number }：请谁{ $old ->
    [none] 担任现场指挥
   *[other] 接任现场指挥（现在是 { $old }）
}？☎️ 的人机器人联系不上，要打电话。
command-whom-none = 登记的人里没有可选的，请打字。
command-no-phone = 没有登记电话
command-by-telephone = 请打电话给 <b>{ $name }</b> { $phone }，请他担任 { $number } 的现场指挥。他接受了再点下面的按钮，记您的名字。
command-named = 已请 { $name } 担任 { $number } 的现场指挥，{ $minutes } 分钟没有答复会告诉群里。接受以前由先到队伍负责人（或原指挥）指挥。
command-told-done = 已记：{ $number } 由 { $name } 担任现场指挥，电话告知。
command-withdrawn-done = { $number }：已撤回，也告诉他了。
command-already = { $number }：他已经在指挥，或已经请了他。
command-typed-again = 请写姓名和电话，例如：张伟 13800000001。不想继续就发 /cancel。
type-scene-person = { $name }，请<b>回复这条消息</b>：{ $number } 请谁，写姓名和电话，例如 张伟 13800000001。
placeholder-scene-person = 姓名 电话
type-scene-note = { $name }，请<b>回复这条消息</b>：{ $number } 交接：做了什么、还没做什么、有什么危险。
placeholder-scene-note = 已做、未做、危险
type-scene-refuse = { $name }，请<b>回复这条消息</b>：为什么不能担任 { $number } 的现场指挥？写几个字就行。
placeholder-scene-refuse = 原因
type-scene-support = { $name }，请<b>回复这条消息</b>：{ $number } 需要什么、多少、送到哪里？
placeholder-scene-support = 例如 挖机 1 台到村口
command-card-named = 🦺 <b>请您担任 { $number } 的现场指挥</b>
    { $by } 指定。请在 { $minutes } 分钟内点下面的按钮。接受以后您定现场方案、调度各支队伍，大家服从（省突发事件应对条例第36条）。
command-card-standing = 🦺 <b>您是 { $number } 的现场指挥</b>（{ $at } 起）
    发情况：<b>回复这条消息</b>，或先点 📻 简报；文字、照片、语音、位置都行，马上到值班群。
command-card-note = 📋 { $before } 交接：{ $note }
command-card-refused = 您已说明不能担任 { $number } 的现场指挥。
command-card-withdrawn = { $number } 的现场指挥已另作安排，不用您了。谢谢。
command-card-handed-over = 您已交出 { $number } 的现场指挥。辛苦了。
command-card-ended = { $number } 已结束，现场指挥到此为止。
command-again = ⏰ { $number }：还在等您答复，能担任现场指挥吗？
command-not-needed = { $number }：{ $by } 已另作安排，不用您担任现场指挥了。谢谢。
command-not-needed-over = { $number } { $state }，不用您担任现场指挥了。谢谢。
command-relieved = { $number }：{ $name } 已接任现场指挥，您可以卸任。辛苦了。
command-stay-refused = ⚠️ { $number }：{ $name } 不能接任（{ $reason }）。<b>仍由您指挥。</b>
command-stay-silent = ⚠️ { $number }：{ $name } 没有应答，<b>仍由您指挥</b>。可以打电话，或另交给别人。
command-over = { $number } { $state }，您的现场指挥到此为止。辛苦了。
command-over-closed = 已办结
command-over-false-alarm = 已定为误报
command-over-merged = 已并入另一件
command-over-withdrawn = 已撤回
command-over-drill = 是演练
command-news-named = 🦺 { $by } 请 { $name } 担任 { $number } 的现场指挥，等答复。
command-news-accepted = 🦺 <b>{ $name }</b> 接受，担任 { $number } 的现场指挥。
command-news-taken-over = 🦺 <b>{ $name }</b> 接任 { $number } 的现场指挥，{ $old } 卸任。
command-news-told = 🦺 <b>{ $name }</b> 担任 { $number } 的现场指挥（{ $by } 电话告知{ $old ->
    [none] {""}
   *[other] ，接替 { $old }
}）。
command-news-refused = ⚠️ { $name } 不能担任 { $number } 的现场指挥：{ $reason }。请另指定。
command-news-silent = ⚠️ { $name } 没有答复 { $number } 的现场指挥。请打电话，或另指定。
command-news-out-of-post = ⚠️ { $name } 已不在这里的岗位，不能在机器人里指挥 { $number } 了。请另指定。
command-news-arrived = 📍 现场指挥 { $name } 已到 { $number } 现场。
command-news-note = 📋 交接：{ $note }
command-toast-accepted = 您是 { $number } 的现场指挥了。
command-refused-kept = 已告诉值班群：您不能担任 { $number } 的现场指挥。
command-tap-stale = 这个按钮过时了：已有人接受、改派或撤回。
command-answer-please = 请点上面的 接受 或 不能。
scene-update = 📻 <b>现场指挥 { $by }</b> { $at }：{ $text }
scene-support = 🆘 <b>现场指挥 { $by }</b> { $at } 需要支援（{ $number }）：{ $text }
scene-kind-pin = 位置
scene-kind-photo = 照片
scene-kind-video = 视频
scene-kind-voice = 语音
scene-kind-audio = 录音
scene-kind-document = 文件
scene-kind-animation = 动图
scene-kind-video-note = 视频
scene-sent = 📻 已发到值班群，记入 { $number } 的经过。
scene-support-sent = 🆘 已发到值班群，记入 { $number } 的经过。急就同时打电话。
scene-brief-ask = 📻 { $number }：请发一句话、照片、语音或位置。10 分钟内的下一条发到值班群。
scene-here-ask = 📍 { $number }：已记到场，值班群知道了。要发位置，10 分钟内直接发（回形针 → 位置）；不发也行。
scene-here-noted = 📍 { $number }：已记到场，值班群知道了。要发位置，<b>回复现场指挥那张卡片</b>发。
scene-again = { $number }：到场已经记过了。
scene-controlled = { $number }：已记为已控制，值班群知道了。
scene-not-commander = 没有发出：您现在不是 { $number } 的现场指挥。有情况请打值班电话。
scene-nothing = 这样的消息发不出去。请发文字、照片、语音或位置。
timeline-verb-command-named = 🦺 { $by } 请人担任现场指挥{ $note }
timeline-verb-command-note = 📋 { $by } 交接{ $note }
timeline-verb-command-accepted = 🦺 { $by } 接受，担任现场指挥
timeline-verb-command-taken-over = 🦺 { $by } 接任现场指挥，原指挥{ $note }
timeline-verb-command-told = ☎️ { $by } 已电话告知，现场指挥{ $note }
timeline-verb-command-refused = { $by } 不能担任现场指挥{ $note }
timeline-verb-command-silent = 没有答复现场指挥{ $note }
timeline-verb-command-withdrawn = { $by } 不再请他指挥{ $note }
timeline-verb-command-ended = 现场指挥到此为止{ $note }
timeline-verb-arrived = 📍 { $by } 已到场
button-command-arrived = ☎️ 他说已到场
command-arrived-done = 已记：{ $number } 的现场指挥已到场，电话告知。
timeline-verb-command-arrived = ☎️ { $by } 记：现场指挥已到场{ $note }
button-scene-send = 📻 发到值班群
scene-held = 没有发出。您是 { $number } 的现场指挥：要发给值班群，点下面的按钮；以后请<b>回复卡片</b>，或先点 📻 简报。
timeline-scene-update = 📻 现场指挥 { $by }{ $note }
timeline-scene-support = 🆘 现场指挥 { $by } 需要支援{ $note }
### 转办、指派、升降级：要人答复的事

button-refer-nobody = { $name } ✍️
button-refer-more = 更多部门
button-refer-typed = 写给别人
button-withdraw-request = 收回
button-accept = 接受
button-refuse = 不接受
button-assign = 指派
button-set-priority = 升级 / 降级
button-priority = { $mark } { $level }
button-lower-sure = 确定降级
button-lower-ask = 报领导确认
button-release = ✖ { $who }
button-page-back = ◀ 上一页
button-page-on = 下一页 ▶
refer-menu = { $number } 转办给谁？对方接受之前仍由您负责，没人接报就继续往上叫。✍️：这里没有人，写明转给了谁。
refer-waits = { $number }：<b>{ $by }</b> { $at } 请 <b>{ $to }</b> 接手，{ $due } 前答复。要转给别人，先收回。
assign-menu = { $number } 请谁负责？● 是正在值班的。对方要按时答复；✖ 是收回。
assign-nobody = { $number }：这里没有能私信到的值班员、领导、村负责人和部门的人。
button-assign-office = 部门来负责
assign-office = { $number } 请哪个部门负责？对方谁接受，就由谁负责；事件还归值班室（要交出去，用 转办）。
handover-request = 📨 { $number } { $asked ->
    [referral] 转办
    [assignment] 指派
   *[lowering] 降级，请
 } { $to }（{ $by }）：待答复
assign-candidate = { $duty ->
    [yes] ● { $name }
   *[no] { $name }
 }（{ $area }{ $role ->
    [leader] 领导
    [head] 负责人
    [department] { $function }
   *[duty] 值班员
 }）
assign-asked = { $number } 已请 <b>{ $name }</b> 负责，待答复。
priority-menu = { $number } 现在是 { $mark } <b>{ $level }</b>。改成哪一级？要写理由。
lower-sure =
    { $number }：{ $before } → <b>{ $after }</b>
    理由：{ $reason }
    确定降级吗？降了就叫得慢。
lower-needs-leader = 有人死亡、失联、被困，或是镇里的 P0：要带班领导确认，确认之前不变。
type-request-refusing = { $name }，请<b>回复这条消息</b>：{ $number } 为什么不接受？
type-priority-reason = { $name }，请<b>回复这条消息</b>：{ $number } 为什么改级别？
placeholder-request-refusing = 为什么不接受
placeholder-priority-reason = 理由
referral-asked = { $number } 已请对方接受，没答复之前仍由您负责。
request-accepted = { $number } 已记您接受。
request-refused = { $number } 已记不接受，退回给请您的人。
request-withdrawn = { $number } 已收回。
request-pending = { $number } 已经有一个在等答复。要换人，先收回。
request-nobody = 这里没有能答复的人或群。请打电话，再写明转给了谁。
request-answered = { $number } 这一条已经答复过，或者过了时间。
priority-same = { $number } 已经是这一级。
priority-kept = { $number } 已改为 { $level }。
priority-asked = { $number } 已请带班领导确认降到 { $level }，确认之前不变。
request-title-referral = 📨 <b>{ $by } 把 { $number } 转办给 { $to }</b>。请在 <b>{ $due }</b> 前点 接受 或 不接受。
request-title-assignment = 📌 <b>{ $by } 请您负责 { $number }</b>。请在 <b>{ $due }</b> 前点 接受 或 不接受。
request-title-lowering = ⬇️ <b>{ $by }</b> 要把 { $number } 从 { $before } 降到 <b>{ $level }</b>：{ $reason }。请带班领导在 <b>{ $due }</b> 前确认；接受就降。
request-now-accepted = ✅ { $number }：<b>{ $who }</b> 已接受。
request-now-refused = ↩️ { $number }：<b>{ $who }</b> 不接受：{ $answer }
request-now-lapsed = ⏰ { $number }：过了时间没有答复，已退回。
request-now-withdrawn = ✖ { $number }：已收回，不用答复。
request-now-over = ☑️ { $number }：已结束，不用答复。
request-told-referral-accepted = ✅ { $number }：{ $to } 的 <b>{ $who }</b> 接受了 { $by } 的转办。
request-told-referral-refused = ↩️ { $number }：{ $to } 的 <b>{ $who }</b> <b>不接受</b>转办：{ $answer }。退回 { $by }。
request-told-referral-lapsed = ⏰ { $number }：{ $to } { $minutes } 分钟没有答复，<b>转办失效</b>，退回 { $by }。
request-told-referral-withdrawn = ✖ { $number }：转办 { $to } 已收回。
request-told-assignment-accepted = ✅ { $number }：<b>{ $who }</b> 接受负责。
request-told-assignment-refused = ↩️ { $number }：<b>{ $who }</b> <b>不能负责</b>：{ $answer }。退回 { $by }，请另找人。
request-told-assignment-lapsed = ⏰ { $number }：{ $to } { $minutes } 分钟没有答复，<b>指派失效</b>，退回 { $by }，请另找人。
request-told-assignment-withdrawn = ✖ { $number }：不再由 { $to } 负责。
request-told-lowering-accepted = ✅ { $number }：<b>{ $who }</b> 同意降到 { $level }。
request-told-lowering-refused = ↩️ { $number }：<b>{ $who }</b> <b>不同意</b>降到 { $level }：{ $answer }。{ $by }
request-told-lowering-lapsed = ⏰ { $number }：{ $minutes } 分钟没有领导确认，<b>不降级</b>。{ $by }
request-told-lowering-withdrawn = ✖ { $number }：降级的请求已收回。
request-climb-goes-on = 还没有人接报，继续逐级上报。
request-waits-referral = 📨 转办 { $to }：待接受，{ $due } 前
request-waits-lowering = ⬇️ 降到 { $level }：待领导确认，{ $due } 前
request-responsible = 👤 负责：{ $who }
request-responsible-accepted = { $who }（已接受）
request-responsible-asked = { $who }（待接受，{ $due } 前）
card-referred-taken = ↪️ <b>{ $by }</b> 转办 <b>{ $to }</b>，<b>{ $who }</b> { $at } 接受
referral-taken = ↪️ { $number }：<b>{ $by }</b> 转办 <b>{ $to }</b>，<b>{ $who }</b> 已接受。{ $phone }
priority-raised = ⬆️ { $number } <b>升级</b>：{ $before } → { $mark } <b>{ $after }</b>，{ $by }：{ $reason }
priority-lowered = ⬇️ { $number } <b>降级</b>：{ $before } → { $mark } <b>{ $after }</b>，{ $by }：{ $reason }
priority-confirmed = <b>{ $by }</b> 确认。
timeline-priority = { $before } → { $after }：{ $by }{ $leader }：{ $reason }
timeline-confirmed = （{ $by } 确认）
timeline-request = { $kind ->
    [referral] 转办
    [assignment] 指派
   *[lowering] 降级请求
 } { $to }：{ $step ->
    [asked] { $by } 提出{ $note }
    [accepted] { $by } 接受
    [refused] { $by } 不接受{ $note }
    [lapsed] 过时未答，退回
   *[withdrawn] 收回
 }
### A case as a file

button-export = 📤 导出
button-export-word = Word
button-export-sheet = Excel
export-menu = 📤 导出 <b>{ $number }</b> 的全部经过：版本、便条、问答、时限、呼叫、证据。要哪一种？
export-caption = 📤 { $number } 的经过，打印号 { $print }，{ $by }
export-title = { $number } 案件经过
export-file = 经过
export-printed = 打印时间 { $at } · 打印人 { $by } · 打印号 { $print }（日志链第 { $print } 条，{ $hash }）
export-without-names = 群众姓名和电话已略去（突发事件应对法第83条）
export-none = 无
export-overview = 概况
export-timeline = 经过
export-versions = 报告各版
export-calls = 呼叫
export-clocks = 时限
export-questions = 追问和回答
export-evidence = 证据
export-item-number = 编号
export-item-category = 类别
export-item-place = 地点
export-item-reported = 上报
export-item-figures = 伤亡等
export-item-grade = 等级
export-item-state = 状态
export-col-item = 项目
export-col-value = 内容
export-col-at = 时间
export-col-what = 内容
export-col-version = 版本
export-col-by = 谁
export-col-changes = 写了什么、改了什么
export-col-step = 步骤
export-col-called = 叫了谁
export-col-clock = 时限
export-col-due = 到期
export-col-met = 完成
export-col-met-by = 谁完成
export-col-over = 超出
export-col-reason = 原因
export-col-reason-by = 谁说明
export-col-source = 依据
export-col-kind = 种类
export-col-caption = 说明
export-col-size = 字节
export-col-state = 存放
export-col-hash = SHA-256
export-forwarded = （转发）
export-note = （值班室）
export-file-state = { $state ->
    [kept] 已存
    [big] 太大，只在 Telegram
    [gone] 取不到
    [waiting] 待取
    [fetching] 待取
   *[none] 未知
 }
timeline-verb-exported = 📤 { $by } 导出

### The pulse

command-pulse = 态势简报：什么时候发给我
button-pulse-cases = 全部在办
button-pulse-when = 简报时间
button-pulse-now = 现在看一次
button-pulse-usual = 恢复默认
button-pulse-none = 不要简报
button-pulse-urgent-on = ✅ 有 P0、P1 未结时每 { $hours } 小时
button-pulse-urgent-off = 有 P0、P1 未结时每 { $hours } 小时
button-pulse-approve = 预警 #{ $number } 审批
button-pulse-look = 预警 #{ $number } 复看
button-pulse-grade = { $number } 定级
pulse-title = 📊 <b>态势简报</b> { $names } · { $at }
pulse-open = 在办 <b>{ $number }</b> 件：{ $shown }
pulse-open-none = 没有在办的事件
pulse-calm = ✅ 平稳：{ $since } 以来没有变化，没有超时，没有要定的事。
pulse-changes = <b>{ $since } 以来有变化 { $number } 件</b>
pulse-late = <b>晚了 { $number } 项</b>
pulse-decisions = <b>要您定 { $number } 项</b>
pulse-more = 还有 { $number } 项
pulse-what-new = 新
pulse-what-changed = 有变
pulse-what-closed = 办结
pulse-what-false-alarm = 误报
pulse-sign = 苗头
pulse-case = { $mark } { $what } { $number } { $category } { $area }{ $figures }
pulse-late-calling = 🆘 { $number } 还没有人接报，已 { $span }
pulse-late-clock = ⏰ { $number } { $name }：超 { $span }
pulse-late-follow-up = 📭 { $number } 续报没来：超 { $span }
pulse-late-hazards = ⛰ 久未处理的隐患 { $number } 处，最久 { $span }
pulse-late-handover = 🔁 { $name } 交接班没有接：已 { $span }
pulse-late-review = 📝 { $number } 复盘没有写：已 { $span }
pulse-decide-approve = 📢 预警 #{ $number }（{ $value }）待审批
pulse-decide-look = ⚡ 预警 #{ $number }（{ $value }）一人发布，请复看
pulse-decide-grade = ⚖️ { $number } 建议定为{ $value }，待确认
pulse-when = 📊 <b>态势简报</b>现在每天 { $times } 发给您。点时间打开或关掉：
pulse-when-none = 📊 <b>态势简报</b>现在不发给您。点时间打开：
button-pulse-referral = { $number } 转办
button-pulse-assignment = { $number } 指派
button-pulse-lowering = { $number } 降级
pulse-decide-referral = ↪️ { $number } 转办 { $value }，还没有接
pulse-decide-assignment = 👤 { $number } 指派 { $value }，还没有答
pulse-decide-lowering = ⬇️ { $number } 申请降到 { $value }，待同意
pulse-private = 简报时间请私聊我设：/pulse
pulse-not-for-you = 态势简报只发给带班领导。

### Experts (会商)

button-consult = 会商专家
button-consult-send = 📨 发给 { $number } 位
button-consult-question = 写问题
button-consult-all = 全部专家
button-consult-phoned = 已电话会商
button-consult-next = 请 { $name }
button-expert-answer = ✍️ 我来回答
button-expert-call = 请打电话给我
button-expert-cannot = 不能答
button-expert-stop = 到此为止
button-expert-other-reason = 其他原因，打字
button-expert-me = 我的专家资料
button-expert-fields = 改专业
button-expert-away = 暂停接受会商
button-expert-here = 恢复接受会商
role-expert = 专家
in-brackets = （{ $text }）
consult-line = 🎓 会商 { $done }/{ $all } 已答{ $slow }{ $more }
consult-slowest = ，最慢 { $minutes } 分钟
consult-cannot = {" "}· { $number } 位不能答
consult-waits = {" "}· 等 { $names }
consult-title = 🎓 <b>{ $number } 会商</b>
consult-choose = 请谁？可以点几位。☎ 没有用 Telegram，要打电话。居民姓名电话不会发给专家。
consult-nobody-fits = 没有合适的专家。点“全部专家”看看。
consult-register-empty = 没有别的专家可请。名册：python -m bot load experts.csv
consult-question = ❓ { $text }
consult-has-answered = ✅ { $name } · { $minutes } 分钟：{ $text }
consult-has-refused = ✖ { $name } 不能答：{ $reason }
consult-was-withdrawn = ↩ { $name } 已撤回
consult-waiting = ⏳ { $name } 已等 { $minutes } 分钟{ $phone }
consult-sent = 📨 { $number }：已发给 { $names }。
consult-to-phone = ☎ { $number }：{ $names } 请打电话，号码在卡片下面。
consult-not-yours = 这是别人打开的。请自己点“会商专家”。
consult-nobody-chosen = 没有选到人，或都已经请过了。
consult-asked-already = 这位已经请过了，或现在不能请。
toast-consulted = 🎓 已请
type-consult-question = { $name }，请<b>回复这条消息</b>：{ $number } 想问专家什么？
placeholder-consult-question = 如 坡体还会动吗？要撤多远？
type-consult-phoned = { $name }，请<b>回复这条消息</b>，写专家在电话里说的（{ $number }）。可以分三行：情况：… 建议：… 需要：…
placeholder-consult-phoned = 情况：… 建议：… 需要：…
consult-phone-kept = ☎ 已记下 { $number } 的电话会商。
consult-is-answered = 这位已经答了，见卡片下面。
consult-is-withdrawn = 事件已结束，会商已撤回。
consult-asked =
    🎓 <b>会商 { $number }</b>
    { $by }{ $phone } 请您看看：
consult-pin = 📍 { $lat }, { $lon }
consult-state-asked = 点“我来回答”（三问，可跳过），或直接<b>回复这条消息</b>。有人遇险先打 119、120。
consult-state-answered = ✅ 已答，谢谢。要补充就回复这条消息。
consult-state-refused = 您说了不能答。改主意了，点“我来回答”。
consult-state-withdrawn = 事件已结束，不用答了。谢谢。
consult-reminder = ⏰ { $number } 还在等您的意见。不能答也请点一下，值班室好另请别人。
consult-withdrawn = ↩ { $number } 已结束，会商撤回，不用答了。谢谢您。
consult-answer = 🎓 <b>{ $number } 会商</b> · { $name }{ $employer } · { $minutes } 分钟{ $by }
consult-added = 🎓 <b>{ $number } 会商补充</b> · { $name }{ $employer }
consult-by-phone = {" "}· 电话，{ $by } 记
can-condition = <b>情况</b>：{ $text }
can-action = <b>建议</b>：{ $text }
can-need = <b>需要</b>：{ $text }
consult-call = ☎ <b>{ $number }</b> 专家 { $name }{ $employer } 收不到机器人的消息，请打电话：{ $phone }
consult-call-wanted = ☎ <b>{ $number }</b> 专家 { $name }{ $employer } 请您打电话：{ $phone }
consult-no-phone = 没有号码
consult-refused = ✖ <b>{ $number }</b> 专家 { $name } 不能答：{ $reason }
consult-silent = ⏰ <b>{ $number }</b> 专家 { $name } { $minutes } 分钟没有回音。{ $phone }
consult-not-rung = ⏰ <b>{ $number }</b> 专家 { $name } 还没有人打电话，已 { $minutes } 分钟。{ $phone }
consult-other = 可以另请：{ $name }（{ $field }）
consult-nobody-else = 名册里没有别的合适的专家。
expert-why-busy = 在忙，顾不上
expert-why-not-mine = 不是我的专业
expert-why-too-little = 资料太少，判断不了
expert-tier-village = 本村
expert-tier-town = 本镇
expert-tier-city = 全区
expert-mean = 约{ $minutes }分
expert-field-other = 其他
expert-prompt-condition = <b>{ $number }</b> { $step }/3 <b>情况判断</b>：您看现在是什么情况，会怎么发展？请打字。
expert-prompt-action = <b>{ $number }</b> { $step }/3 <b>建议行动</b>：现在该做什么，不该做什么？
expert-prompt-need = <b>{ $number }</b> { $step }/3 <b>需要什么</b>：您还要什么资料，现场还要什么？
expert-why = { $number }：为什么不能答？
expert-type-reason = { $number }：请打字写原因。
placeholder-expert-reason = 不能答的原因
expert-thanks = ✅ { $number }：已送到值班室，谢谢您。
expert-stopped = 还没有写什么，问题留着。
expert-will-be-called = ☎ 已告诉值班室，请留意电话。
expert-refused = 已告诉值班室，会另请别人。谢谢。
expert-case-over = 事件已结束，不用答了。谢谢。
expert-answered-already = 您已经答过了。要补充就回复那条消息。
expert-nothing-said = 三问都跳过了，没有内容，问题留着。
expert-words-please = 请打字回答。
expert-which = 有几个会商在等您。请<b>回复</b>您要答的那一条。
expert-me =
    🎓 { $name }
    专业：{ $fields }
    地区：{ $areas }
expert-is-away = ⏸ 现在暂停，不会请您会商。
expert-my-mean = 已答 { $number } 次，平均 { $minutes } 分钟。
expert-no-fields = 还没有写，请点“改专业”
expert-not-listed = 您不在专家名册里。请问管理员。
expert-type-fields = 请打字写您的专业，用空格或顿号隔开，如：地质、水利、溺水。
expert-fields-wrong = 没有看懂。请写 1 到 12 个专业，每个不超过 24 个字。/cancel 不改了。
timeline-verb-consulted = 🎓 { $by } 请专家会商{ $note }
timeline-verb-expert-answered = 🎓 { $by } 会商意见{ $note }
timeline-verb-expert-added = 🎓 { $by } 补充意见{ $note }
timeline-verb-expert-refused = ✖ { $by } 不能答{ $note }
timeline-verb-expert-silent = ⏰ 专家没有回音{ $note }
timeline-verb-expert-wants-call = ☎ { $by } 请打电话{ $note }
timeline-verb-consult-withdrawn = ↩ 会商撤回{ $note }
home-expert =
    { $name }，您是会商<b>专家</b>。
    值班室要问您时，会在这里发消息。请保持有声音：点“我来回答”，或直接回复那条消息。
help-expert =
    <b>专家怎么用</b>
    · 会商消息来了：点 <b>我来回答</b>，按 情况判断、建议行动、需要什么 三问打字，可以跳过；或直接回复那条消息。
    · <b>请打电话给我</b>、<b>不能答</b> 也请点一下，值班室好安排。
    · 答完要补充，再回复那条消息。消息里没有居民姓名电话，请不要转发。
    · /start 看自己的资料：改专业、暂停接受会商。
## The daily message, and events that are followed

subscribe-digest = 每日汇总：{ $digest }
button-digest = 每日汇总
digest-none = 不用，每条马上发
digest-chosen = { $levels }，每天 { $at }
digest-below-off = 不汇总
digest-below-blue = 只汇总提示
digest-below-yellow = 蓝色及以下
digest-below-orange = 黄色及以下
digest-ask = <b>每日汇总</b>：级别低的预警不一条条发，每天合成一条。汇总前已解除、已过期的不再发。<b>橙色、红色照样马上发。</b>
digest-ask-hour = 每天几点？
digest-title = 🗞 <b>每日汇总</b>：{ $number } 条级别低的预警
digest-words = <blockquote>{ $words }</blockquote>
digest-more = 还有 { $number } 条，点下面的按钮看。
skipped-digest = 每日汇总前已结束
why-digest = 🗞 { $name }：等每日汇总，{ $at } 发。
why-digested = 🗞 { $name }：{ $at } 放进了每日汇总。
alert-digest-count = 🗞 { $number } 人在每日汇总里收
button-follow = 🔔 关注后续
button-unfollow = 🔕 不再关注
follow-followed = 🔔 已关注“{ $title }”：它有更新、解除，都会发给您。
follow-stopped = 🔕 已不再关注“{ $title }”。
follow-already = 您已经在关注这一条。
follow-subscribed = 您订阅了这里，后续会发给您，不用再关注。
follow-over = 这一条已经结束了。
follow-gone = 没有这条预警。
follow-too-many = 最多同时关注 20 条。
follow-not = 您没有在关注这一条。
follow-ended = 🔕 已不再关注 { $number } 条预警。
### The review of a case

button-review = 复盘
button-review-write = 写复盘
button-review-waive = 不需要
button-review-skip = 跳过
button-review-save = 存下
button-review-again = 重写
button-review-done = ✅ 已改好：{ $text }
review-ask = 📝 { $number }（{ $at } 办结）请写一份短复盘，三句话就够：做得好的、要改的、谁在何时前改。几分钟的事，直接回复这条消息就行。
review-part-good = 📝 { $number } <b>做得好的</b>是什么？也可以一条写完：做得好的：… 要改的：… 谁在何时前改：…
review-part-change = <b>要改的</b>是什么？
review-part-items = <b>谁在何时前改</b>？一行一条，例如：李秀英 12月1日前 清排水沟。没有就点 <b>跳过</b>。
review-why-not = { $number } 为什么不需要复盘？写一句理由，会留在经过里。
review-preview = 📝 <b>{ $number } 复盘</b>，看一遍，点 <b>存下</b>：
review-told-good = 👍 做得好的：{ $text }
review-told-change = 🔧 要改的：{ $text }
review-item = { $mark } { $who } · { $due }：{ $text }
review-day = { $day } 前
review-item-help = 写了人和日子的，到日子会问一次；没写的只留在这里。
review-no-day = 没定日子
review-nobody = 没定人
review-open = 📝 { $number } 还没有复盘。
review-waived = 📝 { $number } 不做复盘：{ $reason }（{ $by } { $at }）
review-title = 📝 <b>{ $number } 复盘</b>（{ $by } { $at }）
review-line-written = 📝 已复盘（{ $by } { $at }）
review-line-waived = 📝 不做复盘（{ $by } { $at }）
review-yours = 🔧 { $number } 复盘里有一项请您改：{ $text }。期限：{ $due }（{ $by } 写）
review-item-due = 🔧 今天到期：{ $text }（{ $number } 复盘，期限 { $due }）。改好了请点一下。
review-item-done = 已记：改好了。
review-kept = 已存下 { $number } 的复盘，在经过和导出里都有。
review-waived-kept = 已记下：{ $number } 不做复盘。
export-review = 复盘
review-row-by = 写的人
review-row-reason = 不做的理由
review-row-good = 做得好的
review-row-change = 要改的
review-gone = 这件事没有要写的复盘。
review-over = 这份复盘已经写好，或已定为不做。
review-later = 好，先不写。要写时在卡片的菜单里点 <b>复盘</b>。
review-tap-save = 请看一遍，点 <b>存下</b> 或 <b>重写</b>。
review-in-private = 已发到您的私聊，请在那里写。
review-open-me = 请先私聊我点一次“开始”，再来写。
timeline-verb-reviewed = 📝 { $by } 写了复盘{ $note }
timeline-verb-review-waived = 📝 { $by } 定为不做复盘{ $note }
timeline-verb-review-asked = 📝 请人写复盘
timeline-verb-review-item-done = ☑️ { $by } 改好了{ $note }
timeline-verb-review-item-due = 🔧 改进项到期{ $note }
### The case log, read (/log)

command-log = 日志：谁、何时、做了什么；链是否完整
log-title = 📜 <b>日志</b>（最新在前）
log-chain-whole = 🔗 链完整：{ $lines } 条，最后校验 { $at }
log-chain-unknown = 🔗 链还在第一次校验，过几分钟再看
log-chain-broken = ⛔ <b>链在第 { $line } 条断了</b>：{ $fault ->
    [a-line-is-missing] 少了一条
    [does-not-follow-the-line-before] 和前一条接不上
    [the-line-was-changed] 这一条被改过
    [the-words-were-changed] 这一条的内容被改过
   *[the-last-lines-are-missing] 末尾少了
 }。校验 { $at }
alarm-chain-broken = ⛔ <b>日志链在第 { $line } 条断了</b>：{ $fault ->
    [a-line-is-missing] 少了一条
    [does-not-follow-the-line-before] 和前一条接不上
    [the-line-was-changed] 这一条被改过
    [the-words-were-changed] 这一条的内容被改过
   *[the-last-lines-are-missing] 末尾少了
 }。数据库可能被人动过：保留现状，和最近的备份比对。看 /log
log-asked = 🔎 { $query }
log-line = <b>#{ $id }</b> { $at } { $subject } · { $what }
log-subject = { $kind ->
    [person] 人员
    [alert] 预警
    [drill] 演练
    [broadcast] 通知
    [tip] 线索
    [handover] 交接
    [call] 叫应
    [zero] 零报告
    [policy] 规则
   *[channel] 频道
 } { $number }
log-itself = 日志
log-erased = 已依法删除（{ $verb }）
log-nothing = 没有找到。
log-how = 查一件、一人、一天：/log 派潭-261123-01，/log 陈值班，/log 2026-11-22。查看也记入日志。
log-not-yours = 只有带班领导和管理员能看日志。
log-in-private = 日志请在私聊里看：给我发 /log。
log-coming = 表格马上就到。
log-name = 日志
log-cut = 只有最新的 { $number } 条
log-caption = 📜 日志 { $lines } 条，打印号 { $print }
button-log-sheet = 📤 导出 Excel
export-col-line = 序号
export-col-subject = 关于
export-col-verb = 动作
timeline-verb-listed = 📋 零报告清单已发
timeline-verb-group-bound = { $by } 绑定值班群{ $note }
timeline-verb-group-lost = { $by } 值班群联系不上{ $note }
timeline-verb-on-duty = { $by } 换班{ $note }
timeline-verb-roster-changed = { $by } 改值班表{ $note }
timeline-verb-enrolled = { $by } 登记{ $note }
timeline-verb-invited = { $by } 发邀请{ $note }
timeline-verb-claimed-by-phone = { $by } 凭手机号认领岗位{ $note }
timeline-verb-policy-made = { $by } 改升级规则{ $note }
timeline-verb-policy-ended = { $by } 停用升级规则{ $note }
timeline-verb-drafted = { $by } 起草{ $note }
timeline-verb-published = { $by } 发布{ $note }
timeline-verb-sent = { $by } 发出{ $note }
timeline-verb-sent-again = { $by } 补发{ $note }
timeline-verb-called = { $by } 叫应{ $note }
timeline-verb-started = { $by } 开始{ $note }
timeline-verb-ended = { $by } 结束{ $note }
timeline-verb-finished = { $by } 完成{ $note }
timeline-verb-expired = { $by } 到期{ $note }
timeline-verb-received = { $by } 收到{ $note }
timeline-verb-reminded = { $by } 提醒{ $note }
timeline-verb-unreached = { $by } 没叫到{ $note }
timeline-verb-missed = { $by } 漏了一步，已补{ $note }
timeline-verb-drill-report = { $by } 演练报告{ $note }
timeline-verb-duty-note = { $by } 记交接事项{ $note }
timeline-verb-duty-note-done = { $by } 交接事项办完{ $note }
timeline-verb-evidence = { $by } 收到证据{ $note }
timeline-verb-evidence-kept = { $by } 证据已存{ $note }
timeline-verb-evidence-big = { $by } 证据太大，只在 Telegram{ $note }
timeline-verb-evidence-gone = { $by } 证据取不到{ $note }
timeline-verb-suspected = { $by } 疑似重复{ $note }
timeline-verb-supplemented = { $by } 补充{ $note }
timeline-verb-supplement = { $by } 补充{ $note }
timeline-verb-followup = { $by } 续报{ $note }
timeline-verb-correction = { $by } 更正{ $note }
timeline-verb-final = { $by } 终报{ $note }
timeline-verb-verified = { $by } 核报{ $note }
timeline-verb-late = { $by } 补报{ $note }
timeline-verb-element-added = { $by } 补要素{ $note }
timeline-verb-log-read = { $by } 查看日志{ $note }
timeline-verb-log-exported = { $by } 导出日志{ $note }

## The second look that is chased, 同时叫应, posters by a button

alert-look-late = ⚡ 第 { $number } 号由 <b>{ $by }</b> 一人紧急发布，已过 { $since }，<b>还没有人复看</b>。已再次提醒：{ $names }。
alert-look-nobody = ⚡ 第 { $number } 号由 <b>{ $by }</b> 一人紧急发布，<b>没有联系得上的另一位审批人可以复看</b>。请让有审批权的人打开我。
button-call-too = 📣 同时叫应
call-draft-first = 您还在起草另一条预警，先提交或取消它，再点这里。
button-poster = 🖨 海报
poster-toast = 正在做，马上发来。

## A loudspeaker's script as audio

script-recording = 🔈 “{ $title }”的录音（{ $voice }，读两遍），可以直接放大喇叭。人来读更清楚。
script-voice-cmn = 普通话
script-voice-yue = 粤语

## 给居民的机器人（PUBLIC_BOTS）

public-duty-bot = 值班机器人
public-staff-elsewhere = ⚠️ 这里只服务居民，<b>没有收到任何上报</b>。
    您的工作（上报、接报、值班）请在 { $bot } 办理：
    { $link }
public-elsewhere = 这里只服务居民。这件事请在 { $bot } 办理：
    { $link }

    本机器人能做的：/subscribe 订阅预警 · /tip 报告情况 · /shelter 避险点 · /help
public-tap-elsewhere = 这里只服务居民，这一步没有办成。请打开 { $bot } 办理。
### Commanders and experts in a handover

handover-commander = 🦺 { $number } 现场指挥：{ $name }
handover-commander-asked = 🦺 { $number } 请 { $name } 担任现场指挥：待答复
handover-expert = 🎓 { $number } 会商 { $name }：待答复
command-news-carried = 🦺 <b>{ $name }</b> 继续担任 { $number } 的现场指挥（两件已合并）。
