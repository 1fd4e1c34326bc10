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
button-refer = 已转办
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
button-not-a-report = 不是上报

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
role-officer-rank = 信息员（{ $rank }岗）
role-duty = 值班员
role-leader = 带班领导
role-approver = 审批人
role-admin = 管理员

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
    也可以直接把情况写给我。
home-duty =
    { $name }，您的岗位：{ $posts }。
    村里的报告会发到值班群；轮到您时也会私信您。发 /cases 看事件，/help 看用法。
home-admin =
    { $name }，您是管理员。
    把我加进值班群，在群里发 /bind 绑定镇街；用 <code>python -m bot invite</code> 生成邀请链接。/help 看用法。
home-stranger =
    { $name }，您好。这里是应急信息“前哨”。
    村（居）信息员请点管理员发给您的邀请链接。居民可以订阅本地的公共预警。

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
nothing-to-cancel = 现在没有进行中的操作。
cancelled = 已取消。
officers-only = 上报要先登记为信息员。请点管理员发给您的邀请链接；有人遇险请马上打 110、119、120。

help-officer =
    <b>信息员怎么用</b>
    · <b>紧急上报</b>：选类别，选有没有人受伤被困，就发出去了。选了类别 60 秒没动，也会自动发出。
    · <b>报事件</b>、<b>报隐患</b>：一步一步问，每步可以返回、跳过、取消。
    · 发出后可以继续补充：数字、照片、视频、语音、定位，发来就归到刚才的报告。
    · 值班室追问时，直接回复那条消息。
    · <b>我的报告</b>：看谁接了报。/language 换语言，/cancel 停下手上的事。
    <b>有人遇险先打 110、119、120，我不会替您打。</b>
help-duty =
    <b>值班群怎么用</b>
    · 报告一到就发卡片。<b>接报</b>：写上您的名字，停止升级。<b>追问</b>：问信息员，不停止升级。<b>已转办</b>：写明转给谁。<b>误报</b>：要值班员身份，写理由，再点一次确认。
    · 没有人接报，会再次提醒、报到区里、叫带班领导，一直到有人接。
    · /cases 看最近的事件，/drill 安排演练，/broadcast 通知信息员，/alert 起草公共预警。
    · 回复卡片说的话留在群里，不会发给信息员；要问信息员请点追问。
help-resident =
    <b>居民怎么用</b>
    · /subscribe 订阅本地公共预警，/unsubscribe 退订。
    · /language 换语言。
    <b>有人遇险，马上打 110、119、120。</b>

### Binding a group

bind-admins-only = 只有管理员可以绑定群。
bind-in-group = 请把我加进值班群，在群里发 /bind。
bind-no-such-town = 没有找到“{ $typed }”。请选：
bind-tier = 这个群管哪里？
bind-now = 现在绑定的是：{ $area }。
bind-towns = 选镇街：
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
fault-count-not-understood = 没看懂“{ $text }”是几个人。请写数字，如：{ $example }；没有写“无”，不知道写“不清楚”。
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
tap-not-understood = 这个按钮已经不能用了。请发 /help 看用法。
tap-case-gone = 没有这个事件了。
tap-over-open = { $number } 现在不能做这一步。
tap-over-acknowledged = { $number } 已由 { $by } 接报。
tap-over-referred = { $number } 已由 { $by } 转办。
tap-over-false-alarm = { $number } 已由 { $by } 定为误报。
tap-over-closed = { $number } 已办结。
words-please = 请用文字回复。不想继续就发 /cancel。
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
figure-missing = 失踪 { $value }
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
question-sent = 问题已发给 { $number } 的信息员，升级照常进行。
referral-done = { $number } 已记转办。
false-alarm-done = { $number } 已定为误报，原报告保留。
false-alarm-sure =
    理由：{ $reason }
    确定是误报吗？定了就不再叫人。

### What the officer hears

receipt-title = ✅ 已上报，编号 <b>{ $number }</b>
receipt-life = ☎️ <b>有人遇险，马上打 119、120、110。我不会替您打。</b>
receipt-what = { $category } · { $place }
receipt-called = 已通知：{ $names }
receipt-nobody-called = ⚠️ <b>没有联系上值班群，已通知管理员。请马上打值班电话。</b>
receipt-complete = 内容齐了。还有照片、变化，直接发给我。
supplement-question = <b>{ $prompt }</b> { $hint }
supplement-hint-count = 点一个，或写数字。
supplement-hint-text = 写一两句。
supplement-hint-place = 发定位，或写在哪里。
supplement-hint-time = 写时间，如：刚刚、半小时前、14:30。
supplement-hint-media = 发照片、视频或语音。
supplement-hint-choice = 点一个。
supplement-hint-multi-choice = 写一两个。
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
what-is-it =
    收到：“{ $text }”
    这是要上报吗？选一个，这段话会写进报告：
file-without-report = 收到文件，但还没有报告可以归进去。请先点下面的按钮上报，再发一次。

cases-none = 没有事件。
cases-title = <b>最近 { $number } 件</b>
cases-line = { $mark } <b>{ $number }</b> { $place } { $category } { $at } · { $state }
state-open = ❗无人接报
state-acknowledged = { $by } 接报
state-referred = { $by } 已转办
state-false-alarm = 误报
state-closed = 已办结

### Alarms for administrators

alarm-group-lost = ⚠️ 值班群“{ $group }”联系不上了（{ $reason }）。{ $open } 件未接的报告已提前升级。请把我加回群里，再发 /bind。
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
