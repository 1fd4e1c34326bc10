# 前哨的話。按鈕的字固定，手冊和腳本都靠它們。HTML 標籤可用；花括號裏是填進去的值，別人寫的字已轉義。
# Keys are English nouns; a value in braces is filled in. Every language has the same keys and the same values.

### Buttons

button-emergency = 緊急上報
button-report = 報事件
button-hazard = 報隱患
button-my-reports = 我的報告
button-own-village = 本村
button-share-location = 發送定位
button-share-phone = 發送我的手機號碼
button-submit = 提交
button-edit = 修改
button-back = 返回
button-skip = 跳過
button-cancel = 取消
button-continue = 繼續
button-discard = 放棄
button-yes = 有
button-none = 無
button-unknown = 不清楚
button-acknowledge = 接報
button-refer = 轉辦
button-ask = 追問
button-false-alarm = 誤報
button-false-sure = 確定是誤報
button-received = 收到
button-can-attend = 能參加
button-cannot-attend = 不能參加
button-sign-in = 簽到
button-approve = 批准
button-return = 退回
button-publish = 發佈
button-more = 更多
button-classes = 四大類
button-usual = 常用類別
button-done = 完成
button-subscribe = 訂閱
button-unsubscribe = 退訂
button-bind-city = 全區：{ $name }
button-bind-town = 某個鎮街
button-bind-department = 某個職能部門
button-not-a-report = 不是上報
button-add-to = 補充 { $number }

placeholder-officer = 點按鈕，或直接寫
placeholder-place = 村名、地名、路名……
placeholder-asking = 寫下要問的話
placeholder-referring = 轉給了誰、哪個部門
placeholder-false-alarm = 寫下理由

### Small words

list-comma = 、
value-open = 待核
value-unknown = 不清楚
value-about = 約{ $number }
value-at-least = 至少{ $number }
value-at-most = 至多{ $number }
value-about-time = { $time }左右（{ $raw }）
value-files = { $number } 個檔案
span-minutes = { $minutes } 分鐘
span-hours = { $hours } 小時 { $minutes } 分鐘
span-days = { $days } 天 { $hours } 小時
rank = { $rank }崗
post = { $area } { $role }{ $rank }

role-officer = 信息員
role-officer-rank = 信息員 { $rank }崗
role-head = 村負責人
role-duty = 值班員
role-leader = 帶班領導
role-approver = 審批人
role-admin = 管理員
role-department = 部門聯絡人
role-department-of = { $function }部門聯絡人

class-natural = 自然災害
class-accident = 事故災難
class-health = 公共衞生
class-social = 社會安全

### Welcome, enrolment, language

home-officer =
    { $name }，您是 <b>{ $area }</b> 應急信息員{ $rank }。

    <b>緊急上報</b>：三下就發出
    <b>報事件</b>：一步一步填
    <b>報隱患</b>：裂縫、積水、危房……
    <b>報苗頭</b>：糾紛、欠薪、要聚集……
    也可以直接把情況寫給我。
home-duty =
    { $name }，您的崗位：{ $posts }。
    村裏的報告會發到值班群；輪到您時也會私訊您。發 /cases 看事件，/help 看用法。
home-department =
    { $name }，您的崗位：{ $posts }。
    轉辦、指派給您部門的事會私訊您：請點 <b>接受</b> 或 <b>不接受</b>。請保持這裏有聲音。/help 看用法。
home-approver =
    { $name }，您的崗位：{ $posts }。
    有公共預警要審批，會私訊您：請點 <b>批准</b> 或 <b>退回</b>。請保持這裏有聲音。/alert 自己起草，/help 看用法。
home-head =
    { $name }，您的崗位：{ $posts }。
    叫應時 A、B 崗都沒有應答，會叫您。請保持這裏有聲音，收到就點按鈕。
home-admin =
    { $name }，您是管理員。
    把我加進值班群，在群裏發 /bind 綁定鎮街；用 <code>python -m bot invite</code> 生成邀請連結。/help 看用法。
home-stranger =
    { $name }，您好。這裏是應急信息「前哨」。
    村（居）信息員請點管理員發給您的邀請連結。居民可以訂閱本地的公共預警，也可以告訴本村信息員一件事（不是報警）。

    <b>有人遇險，馬上打 110、119、120。</b>
invitation-welcome = { $name }，登記好了：<b>{ $post }</b>。
invitation-again = { $name }，您已經登記過了：<b>{ $post }</b>。
invitation-used = 這個邀請連結已經被別人用過了。每個連結只給一個人，請向管理員再要一個。
invitation-expired = 這個邀請連結已經過期了，請向管理員要一個新的。
invitation-unknown = 沒有這個邀請連結。請直接點管理員發來的連結，不要改動；轉發給您的連結可能不全。
ask-phone = 留下手機號碼，值班室可以一點就打給您。只有值班人員看得到。
phone-kept = 手機號碼記下了。
phone-skipped = 沒有留手機號碼，以後可以隨時發給我。
phone-not-own = 這不是您自己的號碼。請用下面的按鈕發送本機號碼。
choose-language = 选择语言 · 選擇語言 · Choose a language
language-changed = 好的，以後用繁體中文。
start-in-group = 我在群裏只管值班：/bind 綁定鎮街，/cases 看事件，/help 看用法。上報請私訊我。
added-to-group = 我進群了。請管理員在群裏發 /bind，選擇這個群管哪個鎮街。
back-in-group = 我回來了，這個群仍是 <b>{ $area }</b> 的值班群。
nothing-to-cancel = 現在沒有進行中的操作。
not-reported = 好的，沒有上報。
no-such-command = 沒有 { $command } 這個指令。/help 看用法。
cancelled = 已取消。
officers-only = 上報要先登記為信息員。請點管理員發給您的邀請連結；有人遇險請馬上打 110、119、120。

help-officer =
    <b>信息員怎麼用</b>
    · <b>緊急上報</b>：選類別，選有沒有人受傷被困，就發出去了。選了類別 60 秒沒動，也會自動發出。
    · <b>報事件</b>、<b>報隱患</b>、<b>報苗頭</b>：一步一步問，每步可以返回、跳過、取消。
    · 村民打電話來：寫「有村民打電話來說……」，或 /behalf。
    · 發出後可以繼續補充：數字、相片、影片、語音、定位，發來就歸到剛才的報告。
    · 值班室追問時，直接回覆那條消息。
    · <b>我的報告</b>：看誰接了報。/language 換語言，/cancel 停下手上的事。
    <b>有人遇險先打 110、119、120，我不會替您打。</b>
help-leader =
    <b>帶班領導怎麼用</b>
    · 沒有人接報，會私訊您。點 <b>接報</b>：寫上您的名字，停止逐級上報。其他的在 <b>更多處置</b> 裏：指派、升降級、現場指揮、定級。
    · /pulse 態勢簡報：幾點發，或現在看一次。/copies 當班時要哪些報告的私訊。
    · /cases 看事件，/duty 看誰當班，/log 查誰做過甚麼。
    · /alert 起草公共預警；別人起草的會發給您，點 <b>批准</b> 或 <b>退回</b>。/call 叫應，/broadcast 通知信息員，/drill 安排演練，/zero 零報告。
    · /language 換語言，/cancel 停下手上的事。
help-department =
    <b>部門聯絡人怎麼用</b>
    · 轉辦、指派給您部門的事會私訊您。點 <b>接受</b>：寫上您的名字。點 <b>不接受</b>：寫原因，退回給轉來的人。到時間沒有答覆，也會退回。
    · 接受以後，辦到哪一步在卡片的 <b>清單</b> 裏剔。
    · /language 換語言，/cancel 停下手上的事。
help-approver =
    <b>審批人怎麼用</b>
    · 要審批的公共預警會私訊您。先點 👀 看各語言的樣子，再點 <b>批准</b>，或點 <b>退回</b> 寫原因。自己起草的，要由別人批准。
    · 批准以後，還要點 <b>發佈</b> 才會發給居民。
    · /alert 起草公共預警，/why 查為甚麼有人沒收到。/language 換語言，/cancel 停下手上的事。
help-head =
    <b>村負責人怎麼用</b>
    · 叫應時 A、B 崗都沒有應答，會叫您：點 <b>收到</b>，到了村裏的崗位再點 <b>已到崗</b>。
    · /poster 打印本村的二維碼海報。/language 換語言，/cancel 停下手上的事。
help-duty =
    <b>值班群怎麼用</b>
    · 報告一到就發卡片。<b>接報</b>：寫上您的名字，停止逐級上報。<b>追問</b>：問信息員，不停止逐級上報。<b>轉辦</b>：對方部門要答覆接受或不接受。<b>誤報</b>：要值班員身份，寫理由，再點一次確認。
    · 沒有人接報，會再次提醒、報到區裏、叫帶班領導，一直到有人接。
    · /cases 看最近的事件，/drill 安排演練，/broadcast 通知信息員，/call 叫應，/behalf 代報，/code 一行代碼，/zero 零報告，/alert 起草公共預警。
    · /duty 看誰當班，/roster 排班和交接班，/copies 當班時要哪些報告的私訊。
    · 回覆卡片說的話留在群裏，不會發給信息員；要問信息員請點追問。
help-admin =
    <b>管理員怎麼用</b>
    · 把我加進值班群，在群裏發 /bind，選這個群管哪個鎮街或全區；換鎮街就再發一次。
    · <code>python -m bot invite</code> 產生邀請連結：信息員、值班員、帶班領導、審批人各用各的。
    · 聯絡不到群、沒有人可以叫、消息處理不了，我都會私訊您。
    · /cases 看最近的報告，/drill 安排演練，/broadcast 通知信息員，/call 叫應，/alert 草擬公共預警，/policy 改呼叫階梯，/roster 排班，/log 查記錄，/language 轉換語言。
help-resident =
    <b>居民怎麼用</b>
    · /subscribe 訂閱本地公共預警，/unsubscribe 退訂。
    · /tip 告訴本村信息員一件事（不是報警，也不到值班室）。
    · /real 查一條消息是不是真的預警，/shelter 找最近的避難場所。
    · /language 換語言。
    <b>有人遇險，馬上打 110、119、120。</b>

### Binding a group

bind-admins-only = 只有前哨的管理員可以綁定群（請用自己的帳號，不要用匿名身份）。
bind-in-group = 請把我加進值班群，在群裏發 /bind。
bind-no-such-town = 找不到「{ $typed }」。
bind-tier = 這個群管哪裏？
bind-now = 現在綁定的是：{ $area }。
bind-towns = 選鎮街：
bind-departments = 部門群：哪裏的部門？
bind-functions = { $area }哪個部門？
bound-function = 綁定好了：這個群是 <b>{ $area } { $function }</b> 的部門群。歸它管的事件叫到這裏，/cases 只看歸它管的。
bound-city = 綁定好了：這個群是 <b>{ $area }</b> 的值班群。{ $topic ->
    [yes] 卡片發到這個主題。
   *[no] { "" }
 }
bound-town = 綁定好了：這個群是 <b>{ $area }</b> 的值班群。{ $topic ->
    [yes] 卡片發到這個主題。
   *[no] { "" }
 }

### The guided form

form-step = { $form } · { $number }/{ $total }
form-prompt = <b>{ $prompt }</b>
form-hint = <i>{ $hint }</i>
form-now = 現在的答案：{ $value }
form-which = 您是指哪一個？
summary-title = <b>{ $form } · 核對</b>
summary-line = { $label }：{ $value }
summary-ask =
    沒有錯就點 <b>提交</b>；要改哪一項就點哪一項。
draft-found = 有一份未填完的 <b>{ $form }</b>（已填 { $answered } 項）。
draft-dropped = 已取消，沒有上報。
draft-waiting = 剛才有一份未填完的 <b>{ $form }</b>（已填 { $answered } 項），還要繼續嗎？
sending = 發出了，編號馬上就到。
place-left = 好的，繼續。
noted-file = 📎 收到，會隨報告一併發出。
noted-words = 📝 記下了，會隨報告一併發出。
noted-answer = { $label }：{ $value }
noted-skipped = { $label }：待核

### What was wrong

fault-answer-misfit = 這個答案對不上這個問題，請再選一次。
fault-answer-needed = 這一項不能跳過，請選一個或寫一下。
fault-button-due = 看不懂「{ $text }」。請點下面的按鈕。
fault-category-not-found = 沒有找到「{ $text }」這一類。點下面的按鈕，或換個詞，如：火、塌方、水浸。
fault-choice-unknown = 沒有這個選項，請點下面的按鈕。
fault-count-not-understood = 看不懂「{ $text }」是多少。請寫數字，如：{ $example }；沒有寫「無」，不知道寫「不清楚」。
fault-count-too-large = 數字太大了（最多 { $max }），請再寫一次。
fault-media-due = 這一步要相片、影片或語音；沒有就點「跳過」。
fault-media-not-due = 收到檔案，但現在問的不是這個。
fault-media-too-many = 最多 { $max } 個檔案，前面的都收好了。
fault-question-over = 這一題已經過去了，請看最新的一條。
fault-text-empty = 沒有收到文字，請寫一兩句。
fault-time-future = 「{ $text }」還沒到。請寫已經發生的時間，如：{ $example }。
fault-time-impossible = 沒有「{ $text }」這個時間。請再寫一次，如：{ $example }。
fault-time-not-understood = 看不懂「{ $text }」是甚麼時間。請寫，如：{ $example }、昨晚九點、半小時前。
fault-too-long = 太長了：{ $length } 字，最多 { $max } 字。請分兩次寫；後面還可以補充。
fault-summary-button-due = 請點下面的按鈕：沒有錯就提交，要改哪一項點哪一項。
fault-outside-city = 這個位置不在本區範圍內，沒有採用。請再發一次，或寫村名、地名。
fault-not-usable = 這種消息我用不上。請發文字、相片、影片、語音或定位。
fault-not-your-report = 這不是您的報告，不能補充。

tap-no-draft = 這份表已經結束了。要上報請點下面的按鈕。
tap-stale = 這個按鈕過時了，請看最新的一條。
tap-no-right = 您沒有權限做這一步。
tap-case-no-right = 您沒有權限做這一步，請值班員或帶班領導來按。
tap-not-understood = 這個按鈕已經不能用了。請發 /help 看用法。
tap-case-gone = 沒有這個事件了。
tap-over-open = { $number } 現在不能做這一步。
tap-over-acknowledged = { $number } 已由 { $by } 接報。
tap-over-referred = { $number } 已由 { $by } 轉辦。
tap-over-false-alarm = { $number } 已由 { $by } 定為誤報。
tap-over-closed = { $number } 已辦結。
words-please = 請用文字回覆。不想繼續就發 /cancel。
edit-noted = ✏️ 已注意到你改了訊息，新內容記在 { $number } 的經過裏；報告本身不變。要更正，請把正確的情況再發一條給我。
edit-changes-nothing = 改動已發出的消息不會改報告。要更正，請把正確的情況再發一條給我。
sorry-fault = 這一步出了差錯，編號 <code>{ $reference }</code>，管理員已收到通知。請再試一次；緊急情況請直接打值班電話或 110、119、120。

### The card in the duty room

card-title-incident = { $mark } <b>{ $priority } 事件 { $number }</b>
card-title-hazard = { $mark } <b>{ $priority } 隱患 { $number }</b>
card-category = <b>{ $value }</b>
card-place = 📍 { $value }
card-map-pin = 🗺 <a href="{ $url }">地圖（現場定位）</a>
card-map-area = 🗺 <a href="{ $url }">地圖（鎮街位置，非現場）</a>
card-time = 🕒 發生：{ $value }
card-harm-yes = <b>有人受傷或被困</b>
card-harm-none = 無人受傷被困（信息員報）
card-harm-unknown = 有無受傷被困：<b>不清楚</b>
figure-dead = 死亡 { $value }
figure-missing = 失聯 { $value }
figure-injured-serious = 重傷 { $value }
figure-injured-minor = 輕傷 { $value }
figure-trapped = 被困 { $value }
figure-threatened-households = 威脅戶數 { $value }
figure-threatened-people = 威脅人數 { $value }
card-what-happened = 情況：{ $value }
card-what-done = 已做：{ $value }
card-description = 情況：{ $value }
card-signs = 跡象：{ $value }
card-evidence = 📎 { $number } 個檔案，見下
card-lead = 牽頭部門：{ $value }
card-reporter = 👤 { $name }（{ $role }）{ $phone }
card-no-phone = 未留電話
card-missing = 待核：{ $value }
card-elapsed = ⏱ { $at } 報，已過 { $span }
card-open = ❗ <b>無人接報</b>
card-acknowledged = ✅ <b>{ $by }</b> { $at } 接報
card-referred = ↪️ <b>{ $by }</b> { $at } 已轉辦：{ $note }
card-false-alarm = ⭕ <b>{ $by }</b> { $at } 定為誤報：{ $note }
card-closed = ☑️ <b>{ $by }</b> { $at } 辦結 { $note }
again-title =
    { $mark } <b>{ $span }無人接報</b>：{ $number }
    { $category } · { $place }
again-settled = { $mark } { $number } { $category } · { $place }
evidence = { $number } { $text }
evidence-forwarded = { $number } 〔轉發，非原件〕{ $text }

toast-acknowledged = { $number } 已記您接報，正在通知信息員。
type-asking = { $name }，請<b>回覆這條消息</b>，寫下要問 { $number } 信息員的話。
type-referring = { $name }，請<b>回覆這條消息</b>：{ $number } 轉給了誰、哪個部門？
type-false-alarm = { $name }，請<b>回覆這條消息</b>，寫明 { $number } 為甚麼是誤報。
question-sent = 問題已發給 { $number } 的信息員，回答會來到卡片下面。
question-sent-climbing = 問題已發給 { $number } 的信息員。還沒有人接報，繼續逐級上報。
referral-done = { $number } 已記轉辦。
false-alarm-done = { $number } 已定為誤報，原報告保留。
false-alarm-sure =
    理由：{ $reason }
    確定是誤報嗎？定了就不再叫人。

### What the officer hears

receipt-title = ✅ 已上報，編號 <b>{ $number }</b>
receipt-what = { $category } · { $place }
receipt-called = 正在通知：{ $names }
receipt-nobody-called = ⚠️ <b>沒有聯絡上值班群，已通知管理員。請馬上打值班電話。</b>
receipt-complete = 內容齊了。還有相片、變化，直接發給我。
supplement-question = <b>{ $prompt }</b> { $hint }
supplement-hint-count = 點一個，或寫數字。
supplement-hint-text = 寫一兩句。
supplement-hint-place = 發定位，或寫在哪裏。
supplement-hint-time = 寫時間，如：啱啱、半小時前、14:30。
supplement-hint-media = 發相片、影片或語音。
supplement-hint-choice = 點一個。
supplement-hint-multi-choice = 點一個，或寫出來。
supplement-hint-harm = 點一個。
supplement-hint-category = 點一個。
supplement-next =
    { $number } 記下了：{ $noted }

    { $question }
supplement-complete =
    { $number } 記下了：{ $noted }
    沒有要問的了。有變化直接發給我。
evidence-kept = 📎 已歸入 { $number }，值班群看得到。
note-kept = 已記入 { $number } 的情況，值班群的卡片已更新。
told-acknowledged = ✅ { $number }：<b>{ $by }</b> 已接報。{ $phone }
told-referred = ↪️ { $number }：<b>{ $by }</b> 已轉辦：{ $note }
told-false-alarm = ⭕ { $number }：<b>{ $by }</b> 定為誤報：{ $note }。如果不對，請馬上再報一次。
told-closed = ☑️ { $number }：<b>{ $by }</b> 已辦結。
question =
    ❓ { $number } 值班員 <b>{ $by }</b> 問：
    { $text }

    請直接回覆（文字、相片、語音、定位都可以）。
answer-sent = 已回覆 { $by }（{ $number }）。
officers-answer =
    💬 { $number } <b>{ $by }</b> 答「{ $question }」：
    { $text }
answer-file = 見檔案
answer-pin = 見定位
heard-words = 收到：「{ $text }」
heard-files = 📎 檔案 { $number } 個
heard-place = 📍 定位
what-is-it = 這是要上報嗎？選一個，剛才發的會寫進報告。

cases-none = 還沒有報告。
cases-not-yours = 報告只有信息員和值班人員看得到。/help 看用法。
state-open = ❗無人接報
state-acknowledged = { $by } 接報
state-referred = { $by } 已轉辦
state-false-alarm = 誤報
state-closed = 已辦結
state-drill = 演練
state-withdrawn = 已撤回

## /cases：查找與經過

cases-open-title = <b>報告</b>（進行中 { $open } 件）
cases-found = 🔎 「{ $query }」（進行中 { $open } 件）
cases-not-found = 沒有找到「{ $query }」。換個說法試試，如：/cases 派潭 塌方
cases-page = 第 { $page } 頁
cases-hint = 🔎 查找：/cases 後面寫編號、地點或情況，如 /cases 派潭 塌方
cases-entry =
    { $mark } <b>{ $number }</b> { $place } { $category }
    　{ $at } { $state }{ $clocks }
cases-elapsed = 已過 { $span }
cases-follow-up = 續報
cases-clock-left = { $name }還有 { $span }
cases-clock-over = { $name }超時 { $span }
case-not-yours = 這件報告你看不到，或已不存在。
button-all-cases = 全部報告
button-earlier-page = « 上一頁
button-later-page = 下一頁 »
button-timeline = 經過
button-to-list = « 返回列表
button-to-case = « 返回這件
button-earlier = « 更早
button-later = 更晚 »
timeline-title = <b>{ $number } 經過</b>
timeline-page = 第 { $page }/{ $pages } 頁
timeline-line = <b>{ $at }</b> { $what }
timeline-erased = （內容已依法刪除）
timeline-program = 系統
timeline-note = ：{ $text }
timeline-reported = { $by } 上報{ $note }
timeline-called = 通知：{ $names }
timeline-called-again = 通知：{ $names }，共 { $times } 次，最後一次 { $until }
timeline-nobody-called = 沒有人可以通知
timeline-acknowledged = ✅ { $by } 接報{ $note }
timeline-referred = ➡️ { $by } 已轉辦{ $note }
timeline-false-alarm = { $by } 定為誤報{ $note }
timeline-closed = { $by } 辦結{ $note }
timeline-asked = ❓ { $by } 問{ $note }
timeline-answered = 💬 { $by } 答：{ $text }
timeline-located = 📍 { $by } 發來定位 { $pin }
timeline-located-forwarded = 📍 { $by } 轉發定位 { $pin }（非原件）
timeline-edited = ✏️ { $by } 改了 Telegram 裏的訊息（報告不變）{ $note }
timeline-not-delivered = ⚠️ 沒送到 { $to }（{ $reason }）
timeline-kind = { $kind ->
    [photo] 照片
    [video] 影片
    [video_note] 影片
    [animation] 動圖
    [voice] 語音
    [audio] 錄音
   *[other] 檔案
 }×{ $number }
timeline-files = 📎 { $by } 發來 { $files }
timeline-marks = （{ $marks }）
timeline-files-forwarded = 轉發 { $number }，非原件
timeline-files-kept = 已存 { $number }
timeline-files-big = 太大 { $number }，只在 Telegram
timeline-files-gone = 取不回 { $number }
timeline-changed = { $kind } { $by }：{ $changes }
timeline-semicolon = ；
timeline-new = { $label }：{ $after }
timeline-delta = { $label } { $before }→{ $after }
timeline-other = { $by }：{ $verb }
timeline-verb-graded = { $by } 確認等級{ $note }
timeline-verb-nudged = 催續報
timeline-verb-no-change = { $by }：情況沒有變化
timeline-verb-controlled = { $by }：已控制{ $note }
timeline-verb-not-controlled = { $by }：又未控制
timeline-verb-from-tip = 由居民線索轉來
timeline-verb-text-made = { $by } 生成文本
timeline-verb-time-over = 超時，等說明{ $note }
timeline-verb-reason-given = { $by } 說明超時原因{ $note }
timeline-verb-phoned = { $by } 已電話報告{ $note }
timeline-verb-reopened = { $by } 重新打開{ $note }
timeline-verb-withdrawal-asked = { $by } 申請撤回{ $note }
timeline-verb-withdrawn = { $by } 撤回{ $note }
timeline-verb-moved = { $by } 改了地點
timeline-verb-triaged = { $by } 判讀{ $note }
timeline-verb-erased = 內容依法刪除{ $note }

### Alarms for administrators

alarm-group-lost = ⚠️ 聯絡不到值班群「{ $group }」（{ $reason ->
    [removed_from_group] 我被移出了群
    [no_rights] 我在群裏不能發言
   *[other] { $reason }
 }）。{ $open } 件未接的報告已提前上報上一級。請把我加回群裏，讓我可以發言。
alarm-set-aside = ⚠️ 一條消息處理不了，已擱置：更新 { $update }，編號 <code>{ $reference }</code>。請看紀錄檔。
alarm-nobody-to-call = 🆘 <b>{ $number } 沒有任何人可以叫</b>：鎮街、區的值班群和帶班領導都沒有登記或聯絡不上。請馬上處理。

### Commands
command-start = 開始，或換一個身份
command-report = 報突發事件
command-hazard = 報隱患
command-cases = 我的報告、本區案件
command-duty = 值班：誰在崗，誰聯絡不上
command-drill = 組織演練
command-broadcast = 向信息員發通知
command-alert = 擬寫公眾預警
command-subscribe = 訂閱預警
command-unsubscribe = 退訂預警
command-language = 換語言 / 换语言 / Language
command-help = 怎麼用
command-cancel = 取消正在填寫的內容
command-bind = 把本群設為值班群

### Broadcasts

button-preview = 預覽
button-silent-list = 未收名單
button-send-held = 補發
placeholder-text = 寫下內容
areas-chosen = 已選：<b>{ $names }</b>
areas-unknown = 這裏沒有「{ $name }」，或不在您的範圍。
areas-which = 「{ $name }」有幾個，您指哪一個？
areas-none = 請先選地區。
areas-whole-city = 全區
areas-whole-town = { $name } 全鎮（街）
areas-villages = 選村（社區）…
areas-towns = ‹ 鎮街
edit-which = 改哪一項？
held-sent = 已補發 { $number } 份。
held-none = 沒有要補發的。
fates-lost = 未送到：{ $reasons }
fates-held = ⚠️ { $number } 份不知是否送到，沒有自動重發。要再發一次請點 <b>補發</b>。
unsent-blocked = 封鎖了機械人
unsent-deactivated = 帳號已註銷
unsent-never-started = 未開通
unsent-chat-not-found = 找不到聊天
unsent-expired = 過期未發
unsent-refused = 被 Telegram 拒絕
unsent-telegram-away = Telegram 不通
unsent-not-worded = 內容出錯
unsent-bad-markup = 格式出錯
unsent-fate-unknown = 不知是否送到

broadcast-no-right = 只有值班員、帶班領導和管理員可以發通知：在綁定的值班群裏，或私訊我。
broadcast-not-writing = 您現在沒有正在寫的通知。請發 /broadcast。
broadcast-where = <b>通知信息員</b>：發到哪裏？點選，可以多選；也可以直接寫鎮街、村名。
broadcast-write = 發給 <b>{ $names }</b> 的信息員。請寫通知內容：
broadcast-write-reply = 發給 <b>{ $names }</b> 的信息員。請回覆下面那條消息，寫通知內容。
broadcast-reply-here = { $name }，請<b>回覆這條消息</b>，寫通知內容（寫「返回」或「取消」也可以）。
broadcast-kept = 原來寫的：{ $text }
broadcast-preview = 👀 <b>預覽</b>：發給 { $names } 的信息員，共 <b>{ $number }</b> 人。沒有錯就點 <b>發佈</b>。
broadcast-not-reached = 其中現在送不到：{ $reasons }
broadcast-edit-areas = 地區
broadcast-edit-text = 內容
broadcast-published = 已發佈。下面的卡片隨時顯示誰收到了。
broadcast-title = 📣 <b>{ $sender } 通知</b>
broadcast-signed = —— { $by } { $at }
broadcast-got = ✅ 您 { $at } 已回「收到」
broadcast-received-done = 已記收到（{ $at }）。
broadcast-received-again = 您 { $at } 已經回過收到了。
broadcast-not-addressed = 這條通知不是發給您的，不用回。
broadcast-gone = 沒有這條通知了。
broadcast-card-title = 📣 <b>通知</b> { $names } · { $at }
broadcast-card = 已收 <b>{ $received }/{ $total }</b>
broadcast-card-all = ✅ 已收 <b>{ $received }/{ $total }</b>，全部收到
broadcast-silent = 未收：{ $names }
broadcast-sending = 還有 { $number } 份正在發
broadcast-silent-title = <b>未收 { $number } 人</b>
broadcast-silent-entry = { $area } { $name } { $phone }{ $why }
broadcast-silent-more = 還有 { $number } 人。
broadcast-nobody-silent = 全部收到了。

### 叫應

command-call = 叫應：逐人叫到應答為止
button-call-here = 📍 已到崗
button-call-moving = 群眾在轉移
button-call-none = 無需轉移
button-call-silent = 未應名單
button-call-phone = 電話已叫應
button-call-phoned = ☎️ { $area } 電話已叫應
button-call-unphone = 撤銷 { $area }
button-call-export = 匯出表格
button-call-end = 結束叫應
button-call-end-sure = 確定結束叫應
button-call-go-on = 繼續叫應
button-call-drill = 標為演練
button-call-real = 不是演練
call-name = { $level }叫應
call-name-notice = 叫應
call-whom-A = A崗
call-whom-B = B崗
call-whom-head = 村負責人
call-whom-town = 已報鎮街
call-climbed = { $area }（{ $whom }）
call-card-title = 📢 <b>叫應 · { $area }</b> { $mark } <b>{ $name }</b>
call-card-from = —— { $sender } { $at }，叫應 { $number }
call-card-answer = 👉 <b>請馬上按 收到。</b>{ $minutes } 分鐘沒有應答，就叫下一個人。
call-card-question = ❓ <b>你現在要做甚麼？請馬上按。</b>{ $minutes } 分鐘沒有應答，就叫下一個人。
call-card-wrong = ❌ 不對。應該：<b>{ $right }</b>。請再按一次。
call-card-got = ✅ 您 { $at } 已應答
call-card-tap = ✅ { $by } { $at } 已應答。您也請按。
call-card-phone = ☎️ { $at } 電話已叫應（{ $by } 登記）。您也請按。
call-card-arrived = 📍 { $at } 已到崗
call-card-moving = 🚶 群眾在轉移
call-card-none = 🏠 無需轉移
call-card-arrive = 👉 到了村裏的崗位，按 已到崗。
call-card-people = 👉 群眾要不要轉移？請按。
call-card-ended = 這次叫應已經結束，現在應答也算數。
call-board-title = 📢 <b>叫應 { $number }</b> { $mark } <b>{ $name }</b> · { $names } · { $at }
call-board-count = 已應 <b>{ $answered }/{ $total }</b> 村
call-board-all = ✅ 已應 <b>{ $answered }/{ $total }</b> 村，全部應答
call-board-phone = 其中電話叫應 { $number }
call-board-doing = 到崗 { $arrived } · 群眾在轉移 { $moving } · 無需轉移 { $none }
call-board-silent = 未應：{ $names }
call-board-without = ⚠️ 其中沒有信息員：{ $names }
call-board-until = { $at } 結束
call-board-ended = { $at } 已結束
call-board-ended-by = { $at } 已結束（{ $by }）
call-nobody-silent = 所有的村都應答了。
call-silent-title = <b>叫應 { $call }：未應 { $number } 村</b>（{ $page }/{ $pages }）
call-silent-village = <b>{ $area }</b>
call-silent-person = · { $whom } { $name } { $phone }{ $why }
call-silent-why = （{ $reason }）
call-silent-called = （{ $at } 已叫）
call-silent-nobody = · 沒有登記的人，請派人上門
call-silent-more = 還有 { $number } 個村，看卡片上的未應名單。
call-phone-title = ☎️ <b>叫應 { $call }</b>：電話打通、本人應答了，按那個村。記您的名字。
call-phoned = ✅ 已記：{ $area } 電話叫應，登記人 { $by }
call-town-title = 📢🔴 <b>{ $number } 個村叫不應，請馬上打電話</b>（叫應 { $call } { $name }）
call-town-do = 打通了按下面的按鈕；打不通，派人上門。
call-record-title = 📋 <b>叫應記錄</b>
call-record-speed = 應答用時：最快 { $first }，一半的村不超過 { $half }，最慢 { $last }
call-doors-part = 🚪 <b>上門名單：{ $number } 村</b>
call-doors-town = { $town }
call-doors-title = 🚪 <b>上門名單：{ $number } 村叫不應</b>（叫應 { $call } { $name }）。請派人上門。
call-level = <b>叫應</b>：甚麼級別？
call-kind = 甚麼事？
call-where = <b>叫應</b>：叫哪裏？點選，可以多選；也可以直接寫鎮街、村名。
call-write = 叫 <b>{ $names }</b>。請寫要他們做甚麼：
call-write-reply = 叫 <b>{ $names }</b>。請回覆下面那條消息，寫要他們做甚麼。
call-reply-here = { $name }，請<b>回覆這條消息</b>，寫要他們做甚麼（寫「返回」或「取消」也可以）。
call-minutes = 多少分鐘後結束，出上門名單？
call-minutes-button = { $number } 分鐘
call-preview = 👀 <b>預覽</b>：叫 { $names }，<b>{ $villages }</b> 個村、<b>{ $people }</b> 人。一個人 { $wait } 分鐘不應，就叫下一個；{ $minutes } 分鐘後結束。沒有錯就按 <b>發佈</b>。
call-without = ⚠️ 沒有信息員的村 { $number } 個：{ $names }。會直接叫村負責人、鎮街。
call-asked-back = ❓ 會反問「你現在要做甚麼？」，答案：{ $right }
call-edit-levels = 級別、事由
call-edit-areas = 地區
call-edit-text = 內容
call-edit-until = 結束時間
call-published = 已發出。下面的卡片隨時顯示誰應了。
call-end-sure = 叫應 { $call } 還有 { $number } 個村沒有應答。確定結束？結束後不再往下叫，出上門名單。
call-ended = 叫應已結束，記錄馬上就到。
call-kept-going = 叫應繼續。
call-place = 請發一下您的位置（可以不發）。
call-place-kept = 位置已記。
call-no-right = 只有值班員、帶班領導和管理員可以發起叫應：在綁定的值班群裏，或私訊我。
call-not-writing = 您現在沒有正在寫的叫應。請發 /call。
call-tap-done = 已記，謝謝。
call-tap-wrong = 不對。請看上面寫的，再按一次。
call-tap-again = 已經記過了。
call-tap-choose = 請看最新的那條，選一個答案。
call-tap-answer-first = 請先應答。
call-tap-arrive-first = 請先按 已到崗。
call-tap-not-addressed = 這次叫應沒有叫您，不用應答。
call-tap-gone = 沒有這次叫應了。
call-tap-over = 這次叫應已經結束了。
call-tap-phoned = 已記：{ $area } 電話叫應
call-tap-undone = 已撤銷：{ $area }，繼續叫應
call-tap-answered = { $area } 已由 { $by } 應答
call-tap-export = 表格馬上就到。
call-export-caption = 📊 叫應 { $call } { $name }：已應 { $answered }/{ $total } 村
call-export-about = 叫應 { $call } { $name } · { $names } · { $at } · { $by }
call-export-file = 叫應{ $call }
call-export-town = 鎮街
call-export-village = 村（社區）
call-export-answered = 應答時間
call-export-by = 應答人（電話：登記人）
call-export-how = 方式
call-export-arrived = 到崗時間
call-export-place = 位置
call-export-people = 群眾
call-export-called = 叫的時間
call-export-tap = 按鈕
call-export-phone = 電話
alarm-call-no-room = ⚠️ 叫應 { $call }：{ $town } 有 { $number } 個村叫不應，又沒有綁定的值班群。請馬上打電話。

### Drills

drill-marker-start = 【演練】
drill-marker-end = 【演練】

button-drill-own = 自己寫
button-drill-whole-city = 全區（{ $area }）
button-drill-whole-town = 全鎮（{ $area }）
button-drill-whole-street = 全街（{ $area }）
button-drill-today = 今日
button-drill-tomorrow = 聽日
button-drill-day-after = 後日
button-drill-week = 下星期同一日
button-drill-half-day = 半日
button-drill-start = 現在開始
button-drill-end = 提前結束
button-drill-cancel = 取消演練
button-drill-resend = 補發 { $count } 條
button-drill-start-sure = 確定開始
button-drill-end-sure = 確定結束
button-drill-cancel-sure = 確定取消演練
placeholder-drill = 寫下演練甚麼

drill-kind-field = 實戰
drill-kind-tabletop = 桌面
drill-label-name = 演練甚麼
drill-label-kind = 形式
drill-label-where = 範圍
drill-label-place = 集合地點
drill-label-when = 時間
drill-label-length = 時長
drill-weekday-0 = 星期一
drill-weekday-1 = 星期二
drill-weekday-2 = 星期三
drill-weekday-3 = 星期四
drill-weekday-4 = 星期五
drill-weekday-5 = 星期六
drill-weekday-6 = 星期日
drill-moment = { $date }（{ $weekday }）{ $time }
drill-minutes = { $minutes } 分鐘
drill-hours = { $hours } 小時
drill-days = { $days } 日
drill-rank = （{ $rank }崗）
drill-whole-area = { $area }（全部）
drill-list-more = { $names }……共 { $count } 個
drill-example = { $year }年{ $month }月{ $day }日上午10點

drill-step = 安排演練 · { $number }/{ $total }
drill-ask-name = <b>演練甚麼？</b>點一個，或自己寫。
drill-ask-kind = <b>甚麼形式？</b>
drill-ask-where = <b>哪些地方參加？</b>可以選幾個，也可以寫村名，選好點「完成」。
drill-ask-place = <b>在哪裏集合？</b>寫地點；不集合就點「跳過」。
drill-ask-when = <b>甚麼時候開始？</b>點一日，或寫，如：5月12日上午10點、聽日下晝3點。
drill-ask-hour = <b>{ $day } 幾點開始？</b>點一個，或寫，如：上午10點半。
drill-ask-length = <b>多長時間？</b>點一個，或寫分鐘數。
drill-hint-reply = <i>在群裏寫字，請回覆這條消息。</i>
drill-chosen = 已選：{ $areas }
drill-type-name = { $name }，請<b>回覆這條消息</b>，寫下演練甚麼。
drill-summary-title = <b>安排演練 · 核對</b>
drill-audience = 將邀請信息員 { $officers } 人；{ $without } 個村（居）沒有信息員。
drill-audience-all = 將邀請信息員 { $officers } 人。
drill-summary-ask = 沒有錯就點 <b>發佈</b>，信息員馬上收到邀請。
drill-change-ask = 改哪一項？
drill-found = 有一次演練還沒安排完。
drill-dropped = 已取消，沒有安排演練。
drill-published = 已發佈，編號 { $id }，正在邀請信息員。

drill-fault-empty = 沒有收到文字，請寫一下。
drill-fault-text = 這裏要文字，請寫一下，或點按鈕。
drill-fault-button = 請點下面的按鈕。
drill-fault-too-long = 太長了：{ $length } 字，最多 { $max } 字。
drill-fault-no-area = 沒有找到「{ $text }」，請再寫一次，或點按鈕。
drill-fault-outside = 「{ $text }」不在您管的範圍內，不能安排。
drill-fault-choose-area = 請先選至少一個地方。
drill-fault-time-past = 「{ $text }」已經過去了。請寫以後的時間，如：{ $example }。
drill-fault-time-over = 開始時間已經過去了，請改時間，如：{ $example }。
drill-fault-time-impossible = 沒有「{ $text }」這個時間。請再寫一次，如：{ $example }。
drill-fault-time-unreadable = 沒看懂「{ $text }」是甚麼時間。請寫，如：{ $example }。
drill-fault-time-far = 「{ $text }」太遠了，請寫一年以內的時間，如：{ $example }。
drill-fault-length = 沒看懂「{ $text }」是多長。請寫，如：90分鐘、2小時、半日。
drill-fault-length-limits = 時長最短 { $min } 分鐘，最長 { $days } 日，請再寫一次。
drill-fault-nobody = 這些地方還沒有登記信息員，沒有人可以邀請。
drill-fault-no-right = 您不能在這些地方安排演練。

drill-bind-first = 這個群還沒有綁定鎮街。請管理員先發 /bind。
drill-no-right = 演練由值班群、值班員或管理員安排。
drill-tap-stale = 這個按鈕過時了，請看最新的一條。
drill-tap-not-yours = 這是別人正在安排的演練，或者已經安排完了。
drill-tap-no-right = 只有組織者或值班員能點這個按鈕。
drill-tap-gone = 沒有這次演練了。
drill-tap-over = 這次演練已經結束了，多謝。
drill-tap-cancelled = 這次演練已經取消了。
drill-tap-not-now = 這次演練現在不能做這一步。
drill-tap-not-invited = 您不在這次演練的邀請名單裏。
drill-tap-not-yet = 演練還沒有開始，開始時會請您簽到。
drill-tap-signed-already = 您已經簽到了。
drill-tap-again = 已經記過了，可以隨時改。
drill-tap-can = 記下了：您能參加。
drill-tap-cannot = 記下了：您不能參加。
drill-tap-signed = 簽到成功。
drill-tap-resent = 正在補發。
drill-start-sure = 現在就開始「{ $name }」嗎？信息員馬上會收到簽到請求。
drill-end-sure = 現在就結束「{ $name }」嗎？結束後不能再簽到。
drill-cancel-sure = 取消「{ $name }」嗎？會告訴所有被邀請的人。
drill-kept = 沒有改動。
drill-start-done = 演練開始了。
drill-end-done = 演練結束了。
drill-cancel-done = 演練取消了，正在告訴被邀請的人。

drill-line-name = <b>{ $name }</b>（{ $kind }）
drill-line-when = 🕒 { $when }
drill-line-where = 📍 { $areas }
drill-line-place = 🚩 集合：{ $place }
drill-line-organiser = 組織：{ $by }
drill-invitation = { $organiser } 邀請您參加演練，請回答：
drill-reminder = 演練還有 { $left } 開始：
drill-sign-in = ✍️ <b>演練開始了，請簽到：</b>
drill-you-can = ✅ 您答了：能參加（可以改）
drill-you-cannot = ❌ 您答了：不能參加（可以改）
drill-you-signed-in = ✅ 您已於 { $at } 簽到
drill-thanks = 「{ $name }」結束了，多謝。
drill-thanks-signed-in = 「{ $name }」結束了，多謝您參加。
drill-cancelled = ⭕ 演練取消了（{ $by }），不用來了：
drill-cut-off = ⛔ <b>演練中止</b>（{ $by }）。有真實險情請照常上報：

drill-card-title = <b>演練 { $id }</b>
drill-record-title = 📋 <b>演練 { $id } 記錄</b>
drill-record-list = 📋 <b>演練 { $id } 簽到名單 { $page }/{ $pages }</b>
drill-record-line = { $at } { $who }
drill-state-planned = ⏳ 未開始
drill-state-running = ▶️ <b>進行中</b>
drill-state-ended = ☑️ { $at } 結束
drill-state-ended-early = ☑️ { $at } 由 { $by } 提前結束
drill-state-cancelled = ⭕ { $at } 由 { $by } 取消
drill-card-answers = 邀請 { $invited } 人：能參加 { $can }，不能 { $cannot }，未答 { $unanswered }
drill-card-unreachable = ⚠️ 聯絡不上 { $count } 人：{ $names }
drill-card-signed-in = ✍️ 簽到 { $count }/{ $invited }
drill-card-missing = 沒有人簽到的村（居）{ $count }/{ $villages }：{ $names }
drill-card-held = ❔ { $count } 條消息不知道送到沒有
drill-unreachable-one = { $who }：{ $reason }
drill-reason-blocked = 封鎖了機械人
drill-reason-deactivated = 帳號已註銷
drill-reason-never-started = 沒有打開過機械人
drill-reason-chat-not-found = 找不到帳號
drill-reason-other = 發送失敗

### Alerts

kind-weather = 天氣
kind-flood = 防汛
kind-geological = 地質災害
kind-fire = 火災
kind-health = 公共衞生
kind-traffic = 交通
kind-utility = 水電煤氣
kind-other = 其他
signal-typhoon = 颱風
signal-rainstorm = 暴雨
signal-thunder-gale = 雷雨大風
signal-heat = 高溫
signal-cold = 寒冷
signal-fog = 大霧
signal-haze = 灰霾
signal-icy-road = 道路結冰
signal-hail = 冰雹
signal-forest-fire = 森林火險
level-notice = 提示
level-white = 白色
level-blue = 藍色
level-yellow = 黃色
level-orange = 橙色
level-red = 紅色
alert-name = { $what }{ $level }預警
alert-name-notice = { $what }{ $level }
alert-title = { $mark } <b>{ $title }</b>
alert-area = 📍 { $names }
alert-source = 📢 { $issuer } { $at } 發佈，前哨 { $published } 轉發
alert-source-own = 📢 { $name }應急值班室 { $at } 發佈
alert-valid = 🕒 有效至 { $until }
alert-original = <i>簡體原文：</i>
alert-what-to-do = <b>怎樣做</b>
alert-no-right = 只有值班員、帶班領導、審批人和管理員可以起草預警：在綁定的值班群裏，或私訊我。
alert-not-drafting = 您現在沒有正在起草的預警。請發 /alert。
alert-where = <b>公眾預警</b>：發到哪裏？點選，可以多選；也可以直接寫鎮街、村名。<b>畫一個圓</b>：發定位，或寫 23.41,113.92。<b>多邊形</b>：發 GeoJSON、KML 檔案。<b>轉發官方預警</b>：把全文貼上就可以。
alert-step = 公眾預警 · { $number }/{ $total }
alert-ask-kind = <b>哪一類？</b>
alert-ask-event = <b>哪一種信號？</b>
alert-ask-level = <b>甚麼級別？</b> 顏色只能照發佈單位的轉發，不能自行決定。
alert-ask-level-notice = <b>級別</b>：鎮街和村只能發不帶顏色的提示。
alert-ask-issuer = <b>誰發佈的？</b> 點一個，或寫發佈單位。
alert-ask-issued = <b>甚麼時候發佈的？</b> 點一個，或寫時間，如：16:50。
alert-ask-text = <b>預警內容</b>（簡體，最多 3000 字）：會發生甚麼、從何時起、影響哪裏、要人做甚麼。
alert-ask-text-in = <b>{ $language } 的內容</b>（最多 3000 字）。不寫就用審定指引和簡體原文。
alert-ask-valid = <b>有效多久？</b> 由發佈時起計。點一個，或寫小時數。
alert-fault-valid = 請寫 1 到 { $max } 的小時數。
alert-reply-below = 請回覆下面那條消息來寫。
alert-reply-here = { $name }，請<b>回覆這條消息</b>來寫（寫「返回」或「取消」也可以）。
alert-advice-follows = 後面會附審定的指引：<blockquote>{ $advice }</blockquote>
alert-only-advice = 只用審定指引
alert-not-typed = 不寫，用審定指引
alert-just-now = 剛剛
alert-minutes-ago = { $number } 分鐘前
alert-hours = { $number } 小時
alert-no-end = 直至另行通知
alert-preview =
    👆 <b>居民看到的就是上面這條</b>（按鈕可看各語言）。
    將發給 <b>{ $number }</b> 人，約需 { $seconds } 秒。
alert-served-advice = ⚠️ { $language }：沒有寫，用審定指引，附簡體原文。
alert-served-fallback = ⚠️ { $language }：沒有寫，用簡體原文。
alert-doubt-colour = ⚠️ <b>正文寫的是{ $named }，這條是{ $level }</b>：請核對，不對就點修改。
alert-doubt-old = ⚠️ <b>原文是 { $since }前發佈的</b>：現在還有效嗎？
alert-doubt-old-lift = ⚠️ <b>解除的時間是 { $since }前</b>：沒有弄錯嗎？
alert-doubt-nothing-lifted = ⚠️ <b>這裏沒有對上要解除的預警</b>：確定要發嗎？
alert-where-read = 📄 已讀出：<b>{ $title }</b>。選好地區點 完成。
alert-preview-ask = 沒有錯就 <b>提交審批</b>，由另一個人批准後才能發佈。
button-submit-alert = 提交審批
button-withdraw = 撤回
alert-write-in = ✏️ 寫 { $language }
alert-without-advice = 不附指引
alert-with-advice = 附上指引
alert-item-areas = 地區
alert-item-kind = 類別
alert-item-event = 信號
alert-item-level = 級別
alert-item-issuer = 發佈單位
alert-item-issued = 發佈時間
alert-item-text = 內容
alert-item-valid = 有效期
alert-handed-in = 已提交，等待審批：{ $names }。下面的卡片隨時顯示進展。
alert-nobody-approves = 已提交，但<b>沒有能聯絡上的審批人</b>。請讓有審批權的另一個人打開我，或在值班群的卡片上批准。
alert-card-title =
    { $mark } <b>{ $title }</b> · 第 { $number } 號
    📍 { $names }
    ✍️ { $by } { $at } 起草
alert-card-count = 👥 將發給 { $number } 人，約需 { $seconds } 秒
alert-newer = 內容已改，請看新的一張卡片。
alert-too-long-here = 內容較長，請點下面的按鈕看全文。
alert-state-draft = ⏳ <b>待審批</b>
alert-state-approved = ✅ <b>{ $by }</b> { $at } 批准，<b>尚未發佈</b>
alert-state-returned = ↩️ <b>{ $by }</b> { $at } 退回：{ $note }
alert-state-published = 📢 { $at } 已發佈（{ $by } 批准）
alert-state-cancelled = 🚫 已撤回，沒有發佈
alert-told-approved = ✅ <b>{ $by }</b> 批准了第 { $number } 號「{ $title }」。請點 <b>發佈</b>。
alert-told-returned = ↩️ <b>{ $by }</b> 退回了第 { $number } 號「{ $title }」：{ $note }
alert-type-reason = { $name }，請<b>回覆這條消息</b>，寫明為甚麼退回、要改甚麼。
alert-toast-approve = 已批准。還要點「發佈」才會發出。
alert-toast-publish = 已發佈，正在發出。
alert-toast-withdraw = 已撤回。
alert-toast-return = 已退回，起草人會收到您的理由。
alert-over-draft = 這一步還不能做：尚未批准。
alert-over-approved = 已由 { $by } 批准。
alert-over-returned = 已由 { $by } 退回修改。
alert-over-published = 已經發佈了。
alert-over-cancelled = 已經撤回了。
alert-refused-over = 現在不能做這一步。
alert-refused-gone = 沒有這條預警了。
alert-refused-no-right = 您沒有權限做這一步。
alert-refused-not-yours = 只有起草人可以做這一步。
alert-refused-not-either = 只有起草人和批准人可以發佈。
alert-refused-own-draft = 這是您起草的，要由另一個人審批。
alert-refused-changed = 內容已經改過，請看新的一張卡片。
alert-progress-title = 📢 <b>{ $title }</b> 第 { $number } 號 → { $names }
alert-looking-up = 正在找出要通知的人……
alert-sent = 已發 <b>{ $sent }</b> / { $total }
alert-rate = 每秒 { $rate } 份，還要 { $minutes } 分 { $seconds } 秒
alert-later = 🌙 { $number } 人在免打擾時段，到時再發
alert-finished = ✅ { $at } 發完：送出 <b>{ $sent }</b> / { $total }
alert-skipped = 按訂閱不發：{ $reasons }
skipped-unreachable = 聯絡不上
skipped-kind = 沒訂這一類
skipped-level = 級別未到
skipped-quiet = 免打擾時段內已過期

### Subscriptions

button-undo = 復原
subscribe-in-private = 訂閱預警請私訊我，發 /subscribe。
subscribe-where = <b>訂閱公共預警</b>：您在哪裏？點 <b>發送定位</b>，或直接寫村名。
subscribe-towns = 或者選鎮街：
subscribe-villages = { $name }的哪個村（社區）？
subscribe-done = ✅ 已訂閱 <b>{ $name }</b> 的公共預警，有預警馬上發給您。
subscribe-done-near = ✅ 按定位，已訂閱 <b>{ $name }</b> 的公共預警。要精確到村，可以再加一個地方。
subscribe-too-many = 最多訂閱 { $most } 個地方。
subscribe-unknown = 沒有找到「{ $name }」。請寫鎮街或村名，如：高灘村；或點上面的鎮街。
subscribe-outside = 這個位置不在本區範圍內。請寫您要訂閱的村名，或選鎮街。
subscribe-not-usable = 請發定位，或寫村名、鎮街名。
subscribe-nothing = 您沒有訂閱公共預警。
subscribe-nothing-to-end = 沒有要退訂的。
subscribe-card = 🔔 <b>您的訂閱</b>
subscribe-areas = 📍 { $names }
subscribe-kinds = 類別：{ $kinds }
subscribe-level = 級別：{ $level }
subscribe-quiet = 免打擾：{ $quiet }
subscribe-language = 語言：{ $name }
subscribe-all-kinds = 全部
subscribe-all-levels = 全部，包括提示
subscribe-from-level = { $level }及以上
subscribe-no-quiet = 不設
subscribe-page-kinds = 類別
subscribe-page-level = 級別
subscribe-page-quiet = 免打擾
subscribe-page-language = 語言
subscribe-page-where = 加一個地方
subscribe-page-drop = 退訂
subscribe-ask-kinds = <b>要哪些類別？</b> 點一下加上或去掉。
subscribe-one-kind = 至少要留一類。
subscribe-ask-level = <b>由哪一級起通知您？</b>
subscribe-ask-quiet = <b>免打擾時段</b>：點一個，或寫，如：23:00-06:30。橙色、紅色預警不受限制，照樣馬上發。
subscribe-quiet-fault = 沒看懂。請寫起止時間，如：22:00-07:00、晚上11點到早上6點半。
subscribe-ask-drop = <b>退訂哪一個？</b>
subscribe-drop-all = 全部退訂
subscribe-ended = 已退訂：{ $names }。不會再向您發這裏的預警。
subscribe-preview = 這是預覽，按鈕在居民手機上才有用。

### Duty

duty-title = <b>{ $area } 值班</b>
duty-groups = 值班群：{ $names }
duty-no-group = ⚠️ 還沒有綁定值班群。
duty-person = { $role } { $name } { $phone }{ $trouble }
duty-whole-group = 沒有登記值班員：全群一起值班，誰看到誰接報。
duty-officers = 信息員 { $number } 人，聯絡不上 { $silent } 人{ $silent ->
    [0] 。
   *[other] ：
 }
duty-silent = · { $area } { $name }{ $rank } { $phone }（{ $reason }）
duty-more = ……還有 { $number } 人
duty-not-for-you = 這裏沒有您能看的值班表。
person-unreachable = ⚠️ { $post } <b>{ $name }</b> 聯絡不上了：{ $reason }。請打電話提醒，或換人。
reason-blocked = 封鎖了機械人
reason-deactivated = 帳號已註銷
reason-never-started = 還沒打開過機械人
reason-chat-not-found = 找不到帳號
reason-removed-from-group = 機械人被移出群組
reason-group-gone = 群已解散
reason-no-rights = 機械人在群組裏不能發言
reason-refused = 被拒收
reason-flood = 發得太快，稍後再發
reason-telegram-away = Telegram 沒有回應
reason-fate-unknown = 不知是否送到
reason-expired = 已過時，沒有再發
reason-not-worded = 內容出錯
reason-file-gone = 檔案已失效

### News about a case

alarm-not-sent = ⚠️ 發給「{ $to }」的報告卡片被拒收（{ $reason }）。請檢查這個群組或這個人的設定。

### Zero reports

command-zero = 零報告：開、停
button-nothing-new = 無新增
button-something-new = 有情況，我要報
button-zero-off = 停止零報告
zero-day = { $month }月{ $day }日
zero-no-right = 只有值班員、帶班領導和管理員可以開零報告：在綁定的值班群裏，或私聊我。
zero-where = <b>零報告</b>：哪個範圍的村（社區）要報？
zero-days = 開 { $number } 天
zero-off-now =
    <b>零報告 · { $area }</b>：現在沒有開。
    每村每天 <b>{ $hour }</b> 前報一次，沒有新情況也要點 <b>無新增</b>；到點把沒報的村列給值班群。
    先選幾點，再點開幾天。
zero-on-now =
    <b>零報告 · { $area }</b>：開着。
    { $first }到{ $last }，每天 <b>{ $hour }</b> 前。{ $by } 開的。
zero-already = 這個範圍已經開着，不用再開。
zero-over = 這個零報告已經停了。
zero-on = 📋 <b>零報告已開</b>：{ $area }，{ $first }到{ $last }，每天 <b>{ $hour }</b> 前。{ $by } 開的。要停：/zero
zero-off = 📋 <b>零報告已停</b>：{ $area }（原定{ $first }到{ $last }，每天 { $hour } 前）。{ $by } 停的。
zero-ask =
    📋 <b>零報告</b> { $village } · { $day }
    今天有沒有新情況？<b>{ $hour }</b> 前點一下。
zero-tapped = 已記：無新增。
zero-done = ✅ <b>零報告已記</b>：{ $village } { $day } 無新增（{ $at }，{ $by }）。有情況隨時再報。
zero-again = ✅ { $village } { $day } 已經報過了（{ $at }，{ $by }），不用再報。有情況隨時再報。
zero-day-over = 這是前些天的，已經過去了。今天的會另發給您。
zero-list-title = 📋 <b>零報告 { $area }</b> · { $day } { $hour }
zero-list-count = 已報 <b>{ $reported }/{ $total }</b>（無新增 { $nothing }，有報告 { $reports }）
zero-list-all = ✅ 已報 <b>{ $reported }/{ $total }</b>（無新增 { $nothing }，有報告 { $reports }）
zero-list-missing = <b>還沒報 { $number } 個村（社區），請打電話：</b>
zero-list-entry = · { $village }：{ $officers }
zero-list-officer = { $name } { $phone }
zero-list-unreachable = { $name } { $phone }（機器人聯繫不上）
zero-list-town = · { $town } { $number }：{ $villages }
zero-list-more = 還有 { $number } 項。
zero-list-without = ⚠️ 沒有信息員的 { $number } 個：{ $villages }
zero-list-late = 到點以後報來：{ $villages }
zero-list-stopped = 本次零報告已停。

### The life of an alert

alert-name-update = { $title }（更新）
alert-name-cancel = { $title }已解除
alert-upgraded = ⬆️ 由{ $before }升級為<b>{ $level }</b>
alert-downgraded = ⬇️ 由{ $before }改為<b>{ $level }</b>
alert-source-lifted = 📢 { $issuer } { $at } 解除，前哨 { $published } 轉發
alert-source-own-lifted = 📢 { $name }應急值班室 { $at } 解除
alert-danger-remains =
    <b>仍要注意</b>
    · 山邊、河邊、低窪處可能還有危險，不要靠近。
    · 已轉移的人要等鎮街同意，不要擅自返回。
    · 遇險致電 110、119、120。
alert-moved-remains =
    <b>仍要注意</b>
    · 已轉移的人要等鎮街同意，不要擅自返回。
    · 遇險致電 110、119、120。
alert-over-now-updated = 🔁 <b>已有新的一則，請看新的。</b>
alert-over-now-lifted = ✅ <b>已解除。</b>
alert-over-now-expired = ⌛ <b>已過有效期。</b>
alert-schools = 🏫 <b>停課</b>：託兒所、幼稚園、中小學停課，未啟程的不必到校，在校的留在校內安全處。
alert-card-follows = 🔁 接着第 { $numbers } 號：收過的人都會收到
alert-who-approves = 👤 要由審批人或帶班領導批准（橙色、紅色或要轉移人）
alert-who-approves-mild = 👤 另一位值班員、帶班領導或審批人都可以批准
alert-state-fast = ⚡ <b>{ $by }</b> { $at } 一人緊急發布
alert-state-updated = 🔁 { $at } 已由第 { $next } 號接替
alert-state-lifted = ✅ { $at } 已由第 { $next } 號解除
alert-state-expired = ⌛ { $at } 有效期已過，沒有解除
alert-fast-reason = ⚡ <b>{ $by }</b> 的理由：{ $reason }
alert-look-open = 👁 等另一位審批人覆看
alert-looked = 👁 <b>{ $by }</b> 覆看過，沒有問題
alert-looked-objected = ⚠️ <b>{ $by }</b> 覆看，認為有問題：{ $note }
alert-still-in = 📍 仍然有效的地方：{ $names }
alert-played = 🔊 已播 { $played } / { $asked } 村
alert-to-level = 改為{ $mark }
alert-review-old =
    ❓ 第 { $number } 號「<b>{ $title }</b>」已發出 { $since }，沒有動過。
    📍 { $names }
    <b>還有效嗎？</b> 危險變了點 <b>更新</b>，過去了點 <b>解除</b>。
alert-review-expired =
    ⌛ 第 { $number } 號「<b>{ $title }</b>」已過有效期，還沒有解除。
    📍 { $names }
    <b>危險過去了嗎？</b> 沒過去點 <b>更新</b>（可以延長），過去了點 <b>解除</b>。
button-update = 更新
button-lift = 解除
button-still = 仍有效
button-let-expire = 到期即止
button-fast = 緊急發布
button-looked = 看過，沒問題
button-objected = 有問題
alert-told-objected = ⚠️ <b>{ $by }</b> 覆看第 { $number } 號「{ $title }」，認為有問題：{ $note }。請點 <b>更新</b> 或 <b>解除</b>。
alert-type-reason-fast = { $name }，請<b>回覆這則訊息</b>，寫明為甚麼等不及第二個人。寫完<b>馬上發布</b>，理由會記下，另一位審批人隨後覆看。
alert-type-reason-objected = { $name }，請<b>回覆這則訊息</b>，寫明哪裏有問題。
alert-toast-fast = 已發布，正在發出。另一位審批人會覆看。
alert-toast-looked = 已記下：覆看過，沒有問題。
alert-toast-objected = 已記下，起草人會收到。
alert-toast-edit = 請改下面那則。
alert-toast-level = 已提交更正，等待批准。
alert-toast-still = 已記下。
alert-ask-issued-lift = <b>甚麼時候解除的？</b> 點一個，或寫時間，如：16:50。解除也要照發布單位的轉發。
alert-ask-text-lift = <b>解除的原文</b>（可以不寫）。後面會附：山邊河邊仍有危險，轉移的人不要擅自返回。
alert-over-updated = 已有新的一則接替它。
alert-over-lifted = 已經解除了。
alert-over-expired = 有效期已過。
alert-refused-red-only = 只有紅色可以一人緊急發布。
alert-refused-leader-only = 只有帶班領導可以一人緊急發布。
alert-refused-own-fast = 您是起草人或發布人，要由另一個人覆看。
alert-refused-too-late = 有效期已過，不能再發布。請點「修改」，重新提交。
skipped-unsubscribed = 已退訂
skipped-untold = 沒收到過原來那則
unsent-superseded = 已有新的一則

## 證據：取回、保存、取不回

evidence-big = 📎 { $number }：有個檔案超過 { $mb } MB，只留在 Telegram，沒有另存。請分段或壓縮後再發一次。
evidence-gone = 📎 { $number }：有個檔案從 Telegram 取不回來。請再發一次。
alarm-evidence-disk = ⚠️ 照片、檔案存不下來：{ $why ->
    [disk_full] 磁碟滿了
    [no_permission] 沒有寫入權限
   *[other] 磁碟出錯
 }。請檢查 EVIDENCE_DIR 所在的磁碟；恢復後會自動補存。
### The desk beside a case: time, follow-ups, grade

button-desk = 更多處置
button-phoned = 已電話報告上級
button-grade = 定級
button-times = 時限和要素
button-why = 填寫原因
button-controlled = 已控制
button-not-controlled = 還未控制
button-no-change = 無變化
button-tell-more = 有變化，我來說
button-close-menu = 收起
button-grade-proposed = ✔ { $grade }（建議）
button-grade-other = { $grade }
button-grade-sure = 確定改低
desk-menu = { $number } 要做甚麼？
menu-closed = 已收起。
clock-left = ⏳ { $name }：{ $due } 前（剩 { $span }）
clock-unit = 🏭 { $name }：{ $due } 前
clock-met = ✅ { $value }
clock-met-late =  · { $at } { $by } 已報
clock-over-open = ⏱ { $name }：{ $due } 前，超時 { $span }{ $done }，待填原因
clock-over-reason = ⏱ { $name }：{ $due } 前，超時 { $span }{ $done }。原因：{ $reason }（{ $by }）
clock-over =
    ⏱ { $number } <b>超時</b>：{ $names }
    請點 <b>填寫原因</b>。
clock-source =
    { $line }
    　自{ $basis ->
        [occurred] 發生
        [learned] 得知
        [controlled] 控制
       *[sent] 首次上報
    }起算 · { $source }
times-title = <b>{ $number } 時限和要素</b>
times-none = 沒有在計的時限。
elements-lacking = 還缺要素：{ $value }
card-elements = 要素 { $bar } { $done }/{ $all }{ $next ->
    [none] { "" }
   *[other] { " " }· 下一問：{ $next }
 }
element-time = 時間
element-place = 地點
element-source = 信息來源
element-cause = 起因和性質
element-course = 基本過程
element-outcome = 已造成的後果
element-scope = 影響範圍
element-trend = 發展趨勢
element-handling = 處置情況
element-measures = 擬採取措施
element-advice = 下一步建議
follow-up-due = 🔁 續報：{ $due } 前
follow-up-over = 🔁 <b>續報過點 { $span }</b>（{ $due }）
card-no-change = 🔁 { $at } { $by }：無變化
card-controlled = 🟢 { $at } { $by }：已控制
follow-up-ask = { $number } { $category }：現在怎麼樣了？
follow-up-overdue = 🔁 { $number } 續報過點 { $span }，已問信息員 { $officer }，沒有回音。請打電話：{ $phone }
help-overdue = 🔁 { $number } 居民 { $officer } 求助後一直沒有新情況，已超 { $span }。請致電或派人去看：{ $phone }
no-change-noted = { $number } 記下了：無變化。{ $due ->
    [none] { "" }
   *[other] 下次 { $due } 前。
 }
controlled-noted = { $number } 記下了：已控制，不再定時追問。<b>請在 24 小時內報終報</b>：最後情況直接發給我。
not-controlled-noted = { $number } 記下了：還未控制。{ $due ->
    [none] { "" }
   *[other] 下次 { $due } 前。
 }
case-controlled = 🟢 { $number } <b>{ $by }</b>：已控制。等終報。
case-not-controlled = 🔁 { $number } <b>{ $by }</b>：還未控制，繼續續報。
tell-more = { $number }：請說哪裏變了。文字、照片、語音、定位都可以。
toast-phoned = { $number } 已記您電話報告上級。
toast-phoned-none = { $number } 已記電話報告；沒有在計的電話時限。
type-clock-reason = { $name }，請<b>回覆這條訊息</b>：{ $number } 超時的原因。
placeholder-clock-reason = 原因
reason-kept = { $number } 原因已記入卡片。
nothing-over = 沒有要填原因的時限。
type-grade-reason = { $name }，請<b>回覆這條訊息</b>：{ $number } 為甚麼定這一級。
placeholder-grade-reason = 理由
grade-i = 特別重大(Ⅰ級)
grade-ii = 重大(Ⅱ級)
grade-iii = 較大(Ⅲ級)
grade-iv = 一般(Ⅳ級)
card-grade = 🏷 定級：<b>{ $grade }</b>（{ $by } { $at }）{ $reason }
card-grade-proposed = 🏷 建議：{ $grade } · { $why }{ $clause }
card-grade-missing = 　若失蹤 { $number } 人計入：{ $grade }
card-grade-next = 　{ $what }：{ $grade }
card-crowd = 👥 規模：約 { $number } 人{ $band ->
    [none] { "" }
   *[other] （參考檔 { $band }，不是法定等級）
 }
grade-reason = { $column ->
    [dead] 死亡{ $number }人 ·{ " " }
    [injured_serious] 重傷{ $number }人 ·{ " " }
    [injured] 受傷{ $number }人 ·{ " " }
    [ill] 發病{ $number }人 ·{ " " }
    [ill_with_deaths] 發病{ $number }人且有死亡 ·{ " " }
    [loss_wan] 直接經濟損失{ $number }萬元 ·{ " " }
    [area_ha] 過火{ $number }公頃 ·{ " " }
   *[other] { "" }
 }
grade-next = { $column ->
    [dead] 死亡滿{ $number }人
    [injured_serious] 重傷滿{ $number }人
   *[other] 發病滿{ $number }人
 }
grade-menu = <b>{ $number } 定級</b>　點一個。不是建議的等級要寫理由。
grade-no-proposal = 數字還不夠，沒有建議等級。
grade-kept = { $number } 已定級：{ $grade }
grade-lower-sure =
    { $number } 由 { $before } 改為 <b>{ $grade }</b>
    理由：{ $reason }
    確定嗎？
grade-graver = 🏷 { $number } 按新數字建議 <b>{ $grade }</b>，高於已定的 { $before }。請值班員或帶班領導看一下。
grade-never-social = 社會安全事件不定級，只顯示規模。

### Official texts

button-text = 生成文本
button-text-short = 短訊體
button-text-full = 全文
button-text-word = Word
text-menu = { $number } 要哪一種？請先看一遍再簽發。
toast-text = { $number } 文本馬上就到。
text-made-already = 剛才已經生成了，請往上看。
alert-relay-known = 第 { $number } 號已經是這一則，沒有再起草。
alert-relay-city-only = 這則裏有您不能轉發的：帶顏色的預警只能由區一級轉發，地區也要在您負責的範圍內。
alert-in-row = 📄 同一份預警裏還有 <b>{ $number }</b> 項變化，提交這一項後接着看。

### Tips of residents

command-tip = 告訴本村信息員一件事
button-tip = 告訴信息員
button-send-tip = 發給信息員
button-other-village = 換一個村
button-tip-verify = 屬實，轉為報告
button-tip-verify-again = 繼續上報
button-tip-answer = 已處理，回覆
button-tip-dismiss = 不屬實
button-tip-dismiss-sure = 確定不屬實
placeholder-tip = 甚麼事，在哪裏
tip-not-110 = <b>這不是 110、119、120。有人遇險，馬上打 110、119、120。</b>
tip-where = 要告訴哪個村（社區）的信息員？點一個，寫村名，或發定位。
tip-which = 「{ $name }」是指哪一個？
tip-write =
    只有 <b>{ $village }</b> 的信息員看得到，別人看不到，也不會直接到值班室。
    請寫：甚麼事，在哪裏。可以附照片、定位；願意的話留手機號碼。
tip-preview = 👀 <b>還沒發出。</b>給 { $village } 的信息員：
tip-with-files = 📷 { $number } 份
tip-with-place = 📍 有定位
tip-with-phone = 📞 留了手機號碼，信息員看得到
tip-without-phone = 📞 沒有留手機號碼
tip-needs-words = 請寫幾個字，或發一張照片。
tip-kept-words = 您寫的記下了。先選是哪個村：
tip-too-long = 太長了，最多 { $most } 字。請寫短一點。
tip-too-many-files = 最多 { $files } 份，多的沒有收。
tip-not-usable = 這個用不了。請用文字、照片、影片、語音或定位。
tip-too-many = 您發得太多了，請 { $at } 以後再發。有人遇險，馬上打 110、119、120。
tip-sending = 正在發，馬上告訴您。
tip-cancelled = 已取消，沒有發出。
tip-nothing = 沒有要發的。請發 /tip 重新寫。
tip-in-private = 請私信我，發 /tip。
tip-officers-report = 您是信息員，請直接上報：點 <b>緊急上報</b>、<b>報事件</b> 或 <b>報隱患</b>。
tip-receipt =
    ✅ 已發給 <b>{ $village }</b> 的信息員。有結果告訴您。
    <b>這不是報警。</b>有人遇險，馬上打 110、119、120。
tip-unreached =
    ⚠️ <b>{ $village }</b> 現在沒有聯繫得上的信息員，<b>您發的沒有人看到。</b>
    有危險馬上打 110、119、120；別的事請打村（居）委會電話。
tip-reported = ✅ <b>{ $village }</b> 的信息員核實了您 { $at } 說的事，已經上報處理。謝謝您。
tip-answered =
    <b>{ $village }</b> 的信息員回覆您 { $at } 說的事：
    <blockquote>{ $answer }</blockquote>
tip-dismissed = <b>{ $village }</b> 的信息員看了您 { $at } 說的事，認為與實際不符。情況還在的話，請寫清楚地點再發一次；有危險馬上打 110、119、120。
tip-unanswered = <b>{ $village }</b> 的信息員還沒有回覆您 { $at } 說的事。有危險馬上打 110、119、120；急事請打村（居）委會電話。
tip-title = 📮 <b>居民線索 { $number }</b> · { $village } · { $at }
tip-files-follow = 📷 { $number } 份，跟在下面
tip-from = 居民：{ $name } · { $phone }
tip-file = 居民線索 { $number }
tip-state-sent = 請核實。屬實就轉為報告；不用上報就回覆居民。<b>別人看不到，只有您村的信息員看得到。</b>
tip-state-verified = ⏳ { $at } { $by } 認為屬實，還沒有報上去。
tip-state-reported = ✅ { $at } { $by } 認為屬實，已上報：{ $report }
tip-state-answered =
    ✅ { $at } { $by } 已處理，回覆居民：
    { $answer }
tip-state-dismissed = { $at } { $by }：不屬實
tip-state-unreached = 沒有送到。
tip-dismiss-sure = 確定不屬實？居民會收到您的判斷。
tip-write-answer = 請寫給居民的回覆（居民線索 { $number }）。10 分鐘內有效，不想寫就發 /cancel。
tip-answer-sent = 回覆已發給居民。
tip-answer-too-long = 太長了，請寫短一點（最多 1000 字）。
tip-noted = 記下了。
tip-over = 這條線索已經處理過了。{ $by }
tip-again = 🔔 居民線索 { $number } 已過 { $span }，還沒有處理：{ $words }
village-without-officer = ⚠️ <b>{ $village }</b> 有居民要找信息員，但沒有一個聯繫得上。請核對名冊，讓信息員打開機器人按 <b>開始</b>。
### CAP

cap-headline = { $title }：{ $names }
cap-duty-office = { $name }應急值班室
cap-feed-title = 前哨 公共預警（CAP 1.2）
cap-danger-remains = 山邊、河邊、低窪處可能還有危險，不要靠近。已轉移的人要等鎮街同意，不要擅自返回。
cap-moved-remains = 已轉移的人要等鎮街同意，不要擅自返回。


### A sentence becomes a report, and the chain goes on

version-first = 首報
version-supplement = 補充
version-followup = 續報{ $ordinal }
version-correction = 更正
version-final = 終報
version-verified = 核報
version-late = 補報
figure-injured = 受傷 { $value }
figure-rescued = 獲救 { $value }
figure-ill = 患病 { $value }
figure-hospitalized = 送醫 { $value }
figure-households = 受影響 { $value } 戶
figure-persons = 受影響 { $value } 人
figure-involved = 涉及 { $value } 人
figure-present-now = 現場 { $value } 人
figure-evacuated = 已轉移 { $value } 人
fact-evacuated = 🚶 已轉移 { $value } 人{ $where }
fact-moved-out = 🚶 人已撤出
fact-moved-leaving = 🚶 <b>正在撤人</b>
fact-moved-inside = 🚶 <b>人未撤</b>
fact-road-none = 🛣 道路通行
fact-road-half = 🛣 <b>道路半邊受阻</b>
fact-road-full = 🛣 <b>道路全斷</b>
fact-water = 🌊 水深：{ $value }
fact-houses = 🏠 房屋：{ $value }
house-collapsed = 倒塌 { $value } 戶
house-severe = 嚴重損壞 { $value } 戶
house-light = 一般損壞 { $value } 戶
house-none = 未受損
house-collapsed-rooms = 倒塌 { $value } 間
house-severe-rooms = 嚴重損壞 { $value } 間
house-light-rooms = 一般損壞 { $value } 間
house-collapsed-buildings = 倒塌 { $value } 棟
fact-vulnerable = 👶 需優先：{ $value }
vulnerable-child = 兒童
vulnerable-elderly = 老人
vulnerable-pregnant = 孕婦
vulnerable-disabled = 行動不便者
fact-hearsay = ❓ 聽講，未證實：{ $value }
mark-drill-doubt = ⚠️ <b>演練時段內，未標註演練，請立即核實</b>
mark-drill-marked = ⚠️ <b>標了演練，但現在沒有進行中的演練，請核實</b>
mark-death-asked = ⚠️ 死亡數待信息員確認
mark-tip = 📮 居民線索，信息員已核實
mark-behalf = ☎️ 代報，來電人：{ $name }{ $phone }
mark-threat = 🔗 由隱患 { $number } 演變
value-not-said = 未報
card-title-sign = { $mark } <b>{ $priority } 苗頭 { $number }</b>
card-title-unread = { $mark } <b>{ $priority } 待判讀 { $number }</b>
card-planned-text = 打算：{ $value }
receipt-life = ☎️ <b>馬上打 { $call }</b>（我不會替您打）。{ $words }
receipt-out-first = 🚶 <b>先把人撤出來，坡下險處不要站人。</b>有人受困打 { $call }（我不會替您打）
receipt-out-first-people = 🚶 <b>先把{ $people }人撤出來，坡下險處不要站人。</b>有人受困打 { $call }（我不會替您打）
receipt-short = ✅ 已上報，編號 <b>{ $number }</b> · { $place } · 正在通知：{ $names }
receipt-unread = ✅ 已收到，編號 <b>{ $number }</b>。我沒看懂，已請值班員來判讀。您也可以再講清楚：甚麼事、在哪裏。
button-edit-report = ✏️ 修改
followup-receipt = ✅ { $number } <b>{ $version }</b>已記。
followup-told = 已再通知：{ $names }
stay-out = 🚷 請守住，不要讓人擅自返回。
followup-title = 🔔 <b>{ $number } { $version }</b> · { $by }
followup-raised = ⚠️ <b>情況變嚴重了，現在是 { $priority }</b>
followup-words = 💬 { $text }
doubt-means-death = <b>「{ $said }」是指死亡嗎？</b>
doubt-confirm-hearsay = <b>聽講有人死亡，現在證實了嗎？</b>
doubt-which-area = <b>是哪一個？</b>
doubt-moved = <b>人撤出來了嗎，撤到哪裏？</b>再發一張照片和定位。
doubt-confirm-time = <b>「{ $said }」是 { $at } 嗎？</b>
doubt-house-damage = <b>房屋損壞到甚麼程度？</b>
choice-means-death-yes = 是，已死亡
choice-means-death-no = 不是，是離開了
choice-means-death-unknown = 不清楚
choice-confirm-hearsay-yes = 已證實
choice-confirm-hearsay-no = 沒有這回事
choice-confirm-hearsay-unknown = 仲未清楚
choice-confirm-time-yes = 是
choice-confirm-time-no = 不是
choice-moved-out = 已撤出
choice-moved-leaving = 正在撤
choice-moved-inside = 未撤
choice-house-damage-light = 一般損壞
choice-house-damage-severe = 嚴重損壞
choice-house-damage-none = 沒有損壞
drill-or-real = 【演練】時段內，您沒有標註演練。<b>這是演練內容還是真實情況？</b> 60 秒內不回答，按可能真實轉值班室核實。【演練】
button-is-drill = 演練
button-is-real = 真實
drill-report-kept = 【演練】已收到，已轉演練組織者，不算真實上報。【演練】
talk-thanks = 不客氣。有情況直接打字、發語音或照片給我。
talk-heard = 沒有看到要上報的情況。有事直接講：甚麼事、在哪裏。緊急的先打 110、119、120。
question-no-case = 現在沒有您正在處理的報告。要問值班室，請打鎮街值班電話；要上報，直接講甚麼事、在哪裏。
zero-heard = 已記下：無新增。現在沒有要求零報告。
withdraw-sure = <b>{ $number } 確定報錯了嗎？</b> 記錄會保留，由值班員核實後才停止叫人。
button-withdraw-sure = 是，報錯了
button-withdraw-keep = 沒有報錯
withdraw-done = { $number } 已標「報告人要求撤回」，等值班員核實。
withdraw-room = ↩️ <b>{ $number } 報告人說報錯了</b>（{ $by }），請核實後定為誤報或繼續處置。
mark-withdrawn = ↩️ <b>報告人說報錯了，待核實</b>
button-triage-incident = 建事件
button-triage-hazard = 建隱患
button-triage-sign = 苗頭
button-triage-nothing = 非事件
button-triage-drill = 演練
type-triage = { $name }，請<b>回覆這條消息</b>，一句話寫清 { $number }：甚麼事、在哪裏、有沒有人傷。
triage-unclear = 仲睇唔出是哪一類，請再寫一句，如：高灘村後山塌方，壓住路。
triage-done = { $number } 已建為{ $kind }：{ $category }。
triage-closed = { $number } 已定為{ $kind }。
told-triaged = { $number } 值班員 <b>{ $by }</b> 已判讀為{ $kind }：{ $category }。不對請直接更正。
told-nothing = { $number } 值班員 <b>{ $by }</b> 判讀為{ $kind }。不對請再講一次，或點緊急上報。
kind-incident = 事件
kind-hazard = 隱患
kind-sign = 苗頭
kind-unread = 待判讀
kind-nothing = 非事件
kind-drill = 演練
button-close = 辦結
type-closing = { $name }，請<b>回覆這條消息</b>，寫明 { $number } 為甚麼辦結（仲未有終報）。
closing-figures-open = ⚠️ 還沒有人講明：{ $value }。
closing-done = { $number } 已辦結。
drill-report =
    【演練】<b>{ $area }</b> { $by } 報告：
    { $category }
    { $facts }
    { $text }
    【演練】
question-status =
    { $number } { $category }
    { $state }
report-edit-which = <b>{ $number } 要改哪一項？</b> 也可以直接寫：更正，……
house-severe-buildings = 嚴重損壞 { $value } 棟
house-light-buildings = 一般損壞 { $value } 棟
placeholder-triage = 甚麼事、在哪裏
placeholder-closing = 為甚麼辦結
doubt-settled = { $number } 記下了：{ $noted }
### Channels and loudspeakers

command-channel = 公共頻道：發哪個地區的預警
channel-added = 📣 我可以在頻道「{ $title }」裏發布了。<b>發哪個地區的預警？</b>
channel-none = 還沒有頻道。在 Telegram 裏把我加為頻道管理員，給「發布訊息」的權限，我就會來問。
channel-list = <b>公共頻道</b>（點一個來改）：
channel-line = · { $title } → { $area }
channel-no-area = 還沒有選地區，不發
channel-choose = 頻道「<b>{ $title }</b>」發哪個地區的預警？
channel-admins-only = 只有管理員可以設頻道，請私聊我。
button-channel-area = 選地區
button-channel-off = 不再發
alarm-channel-lost = ⚠️ 有一個公共頻道發不了了：我不再是管理員，或沒有「發布訊息」的權限。請看 /channel。
alert-post-changed = { $mark } <b>{ $title }</b>：上面那則已更新。
script-ask =
    🔊 <b>{ $title }</b>：請用大喇叭<b>讀兩遍</b>。
    <blockquote>{ $script }</blockquote>
    讀完點 <b>已播</b>。
script-played =
    { $text }
    ✅ 已播
button-played = 已播
button-not-played = 未播名單
script-toast = 已記下：已播。
script-toast-again = 已經記過了。
script-all-played = ✅ 「{ $title }」：各村都播了。
script-silent = 🔇 「{ $title }」還有 <b>{ $number }</b> 個村沒有播：{ $names }
script-issue = 各位村民請注意。{ $issuer }{ $time }發布{ $title }。
script-lift = 各位村民請注意。{ $issuer }{ $time }解除{ $title }。
script-office = { $name }應急值班室
script-time = { $month }月{ $day }日{ $hour }時
script-minute = { $minute }分
script-drill = 這是演練，這是演練。
script-do-weather = 不要出門，遠離河邊、山邊、切坡和低窪處，不要過水浸路段。
script-do-flood = 不要下河，不要過水浸橋和水浸路，低窪處的人到高處去。
script-do-geological = 山邊、切坡邊屋裏的人不要留在屋內，發現裂縫、掉土馬上走。
script-do-fire = 不要進山，不要用火，聽從村幹部安排。
script-do-health = 戴好口罩，少聚集，不舒服馬上告訴村醫。
script-do-traffic = 請繞道走，不要在路邊停留圍觀。
script-do-utility = 請儲好水、備好電筒，不要碰斷落的電線。
script-do-other = 請聽從村幹部安排，互相轉告。
script-do-move = 危險地方的人馬上轉移，聽從村幹部安排，不要擅自返回。
script-do-schools = 學校停課。
script-do-typhoon = 關好門窗，不要出門，遠離廣告牌、大樹、工棚和海邊。
script-do-thunder-gale = 馬上回屋，關好門窗，遠離廣告牌、大樹和鐵皮棚。
script-do-heat = 中午不要在外工作，多喝水，探望獨居長者。
script-do-cold = 注意保暖，燒炭要開窗，探望獨居長者。
script-do-fog = 少出門，駕車慢行，開霧燈。
script-do-haze = 少出門，出門戴口罩，長者小孩留在屋內。
script-do-icy-road = 路面結冰，少出門，駕車慢行。
script-do-hail = 馬上回屋，遠離門窗和鐵皮棚。
script-do-forest-fire = 不要進山，不要用火，不要燒草。
script-danger-remains = 山邊、河邊可能還有危險，不要靠近。已轉移的人要等鎮裏同意，不要擅自返回。
script-moved-remains = 已轉移的人要等鎮裏同意，不要擅自返回。
script-over-updated = 🔁 <b>{ $title }</b>：已有新的一條，<b>這條不要再讀</b>。
script-over-lifted = ✅ <b>{ $title }</b>：已解除，<b>這條不要再讀</b>。
script-over-expired = ⌛ <b>{ $title }</b>：已過有效期，<b>這條不要再讀</b>。


### Two reports of one event

link-suspected = 🔁 <b>疑似重複</b>：{ $number }（{ $at } { $place }）{ $text }
link-merged = { $newer } 已併入 { $older }。
link-separate = 已記：{ $older } 和 { $newer } 是兩件事。
link-decided = 已經有人定過了。
button-merge = 併為一件：{ $number }
button-separate = 不合併
card-merged-in = 🔗 已併入本件：{ $numbers }
card-merged = 🔗 已併入 { $note }（{ $by } { $at }）
state-merged = 已併入另一件
tap-over-merged = { $number } 已併入另一件。
told-merged = 🔗 { $newer } 和 { $older } 是同一件，{ $by } 已合併。您的報告保留，進展照樣告訴您。
told-joined = 🔗 { $by } 把 { $newer } 併入了 { $older }，兩處來源都保留。
same-or-other = <b>附近已有一件：</b>{ $number } { $category } · { $place }（{ $at }，{ $files } 個文件）。是同一件嗎？
button-same-case = 是，補充到該事件
button-other-case = 是另一件，照常上報
### What the duty room adds

button-elements = 補要素
button-element = { $there ->
    [yes] ✓ { $name }
   *[no] { $name }
 }
element-menu = { $number } 補哪一項？
element-leaders = 領導到場情況
type-element = { $name }，請<b>回覆這條訊息</b>，寫 { $number } 的“{ $element }”。
placeholder-element = 寫一兩句
element-kept = { $number } 已記入。
### Duty roster and handover
seat-leader = 帶班領導
seat-main = 主班
seat-deputy = 副班
weekday-1 = 週一
weekday-2 = 週二
weekday-3 = 週三
weekday-4 = 週四
weekday-5 = 週五
weekday-6 = 週六
weekday-7 = 週日
duty-seat = 🟢 { $seat }：<b>{ $name }</b> { $phone }{ $trouble }
duty-seat-empty = ⚠️ { $seat }：沒有人
duty-nobody = 沒有人
duty-next = ⏭ { $at } 換班：{ $who }
duty-gap = ⚠️ { $since } 到 { $until }：{ $seat }沒有人
duty-more-gaps = ……還有 { $number } 段沒有人
duty-no-roster = 沒有排班：全群一起值班，誰看到誰接報。排班用 /roster。
duty-main-empty = 現在主班沒有人：全群一起值班，誰看到誰接報。
duty-handover-open = 🤝 還沒交接完：{ $before } 仍然負責，等 { $after } 接班。
duty-handover-refused = 🤝 { $after } 沒有接班：{ $before } 仍然負責。
duty-change = 🔔 <b>{ $area } 值班</b>：現在是
duty-yours = 🔔 您現在當班：<b>{ $area } { $seat }</b>
duty-gaps = ⚠️ <b>{ $area } 值班：七天內有空缺</b>
duty-gaps-how = 排人：/roster
duty-planned-silent = ⚠️ 排了班但叫不到：{ $name } { $phone }（{ $reason }）
handover-title = 🤝 <b>{ $area } 交接班</b>　{ $before } → <b>{ $after }</b>
handover-open = 共 { $number } 項，還有 { $left } 項未接。逐項看過就按 ✓；接完之前仍由 { $before } 負責。
handover-empty = 沒有要交接的事項。按 <b>接班</b>。
handover-state-accepted = ✅ 已接班。
handover-confirmed = ✅ 已電話交接，{ $by } 確認。
handover-state-refused = ⛔ 沒有接班：{ $reason }。仍由 { $before } 負責。
handover-state-lapsed = 沒有交接完，已到下一班；重新交接。
handover-state-void = 不用交接了：原來的人繼續值。
handover-page = 第 { $page } 頁，共 { $pages } 頁
handover-case = { $mark } { $priority } { $number } { $category }，{ $state ->
    [open] 沒人接
    [acknowledged] { $by } 已接
   *[referred] { $by } 已轉辦
 }{ $calling ->
    [yes] ，還在叫人
   *[no] { "" }
 }{ $due ->
    [none] { "" }
   *[other] 。⏱ { $due }
 }
post-cases = 📂 您接的崗位有 { $number } 件未辦結，由您接着管。看用 /cases。
post-case = { $mark } { $number } { $category }
handover-question = ❓ { $number } 追問還沒回：{ $text }（{ $by }）
handover-due = { $name } { $at } 前{ $over ->
    [yes] （已逾時）
   *[no] { "" }
 }
handover-note = 📝 { $text }（{ $by }）
handover-hazard = 🚧 { $number } { $category }：{ $days } 天未銷號
handover-more = ……還有 { $number } 項，見 /cases
handover-unreached = ⚠️ 叫不到 { $name }，請打電話：{ $phone }
handover-yours = 🤝 換班了。<b>{ $name } 接完之前仍由您負責</b>，有事還會叫您。{ $phone }
handover-still-yours = 🤝 { $name } 還沒接班，<b>仍由您負責</b>。請打電話催：{ $phone }
handover-reminder = ⏰ 請接班。
handover-done = ✅ { $name } 已接班，您可以休息了。
handover-refused = ⛔ <b>{ $area }</b>：{ $name } 拒絕接班：{ $reason }。仍由 { $before } 負責。請帶班領導安排，{ $name } 電話 { $phone }。換人用 /roster。
handover-why = { $name }，請<b>回覆這條訊息</b>：為甚麼不能接班？
handover-refusal-kept = 記下了，已告訴上一班、值班群和帶班領導。能接了就再按 ✓。
placeholder-handover-why = 原因
button-take-over = ✅ 接班
button-refuse-shift = ⛔ 不能接班
button-handed-over = ☎️ 已電話交接（帶班領導）
button-previous-page = ◀️ 上一頁
button-next-page = ▶️ 下一頁
toast-handover-taken = 接了。還有 { $left } 項。
toast-handover-done = 已接班。
toast-handover-no-right = 這次交接不歸您。
toast-handover-over = 這次交接已經結束。
toast-handover-gone = 沒有這一項。

### The duty roster, edited
command-roster = 值班表：排班、換人、換班、匯入
roster-title = 📋 <b>{ $area } 值班表</b>
roster-week = <b>七天內換班</b>
roster-notes = <b>交接事項</b>
roster-rotation = 🔁 { $seat }：{ $kind }　{ $names }
roster-change = · { $at } { $seats }
roster-arrow = { " → " }
rotation-daily = 每天一換
rotation-weekly = 每週一換
rotation-day-night = 日班夜班輪流
button-roster-rotation = 🔁 排輪班
button-roster-override = ✏️ 換人頂班
button-roster-swap = 🤝 我要換班
button-roster-import = 📥 匯入
button-roster-calendar = 📤 日曆檔
button-roster-note = 📝 記交接事項
button-roster-end = 🗑 撤掉輪班
button-roster-cover = 請 { $name } 頂班
button-roster-save = ✅ 就這樣排
button-roster-ask = ✅ 去問對方
roster-doing-rotation = 排輪班
roster-doing-override = 換人頂班
roster-doing-swap = 換班
roster-doing-end = 撤掉輪班
roster-ask-rotation-seat = 哪個崗？
roster-ask-rotation-kind = 怎樣輪？
roster-ask-rotation-people = 誰輪？按輪的先後點，再按 <b>完成</b>。
roster-ask-rotation-day = 從哪天換班時開始？
roster-ask-rotation-summary = 對嗎？會告訴值班群。
roster-ask-override-seat = 哪個崗？
roster-ask-override-shift = 哪一班？
roster-ask-override-person = 換成誰？
roster-ask-override-summary = 對嗎？會告訴值班群。
roster-ask-swap-shift = 您要換哪一班？
roster-ask-swap-for = ⇄ 和誰的哪一班對換，或請誰頂班？
roster-ask-swap-summary = 對方按「同意」才算數。
roster-ask-end-rotation = 撤掉哪個？
roster-ask-end-summary = 現在起撤掉，對嗎？
roster-from-day = 從 { $day } 起
roster-person = → { $name }
roster-in-exchange = ⇄ { $shift }
roster-no-shift = 沒有可以選的班。先 <b>排輪班</b> 或 <b>匯入</b>。
roster-no-staff = 還沒有別的值班員或帶班領導。先用邀請連結登記。
roster-which = 看哪裏的值班表？
roster-type-import = { $name }，請把值班表發給我：XLSX 或 CSV 檔，或直接貼文字（<b>在群裏要回覆這條訊息</b>）。第一行是：日期,带班领导,主班,副班。可加 班次 或 开始,结束。/cancel 不匯了。
roster-type-note = { $name }，要交給下一班甚麼事？（<b>在群裏要回覆這條訊息</b>）做完前每次交接都會列出來。
placeholder-roster-import = 日期,带班领导,主班,副班
placeholder-roster-note = 如：10 點回電區三防
roster-edited-rotation = 📋 { $by } 排了 { $seat }：{ $kind }，{ $names }，從 { $day } 起。
roster-edited-override = 📋 { $by } 改了 { $seat }：{ $shift } 由 <b>{ $name }</b> 值。
roster-edited-swap = 🤝 { $seat } 換班：{ $shift } 由 <b>{ $other }</b> 替 { $asker }{ $theirs ->
    [none] { "" }
   *[other] ；{ $theirs } 由 <b>{ $asker }</b> 值
 }。
roster-edited-import = 📋 { $by } 匯入了 { $number } 個班。
roster-edited-end = 📋 { $by } 撤掉了 { $seat } 的輪班。
roster-no-right = 排班歸值班員、帶班領導和管理員，在自己的值班群或私信裏用 /roster。
roster-not-yours = 這是別人在用的畫面。請自己發 /roster。
roster-closed = 收起了。再看用 /roster。
roster-calendar-comes = 日曆檔馬上就到。
roster-saved = 排好了。
roster-asked = 問了對方，同意了會告訴您。
roster-stale = 班表變了，請重來。
roster-unreachable = 對方還沒開通機器人或封鎖了它，請打電話，再由帶班領導換人。
roster-tap-please = 請按按鈕。不排了用 /cancel。
roster-note-kept = 記下了，下一班接班時會列出來。
roster-calendar = 📤 { $area }：兩個月內 { $number } 個班。點開就能放進手機日曆。
roster-calendar-name = { $area } 值班
roster-imported = 📥 新排 { $new } 個班，已有或已過 { $same } 個，看不懂 { $faults } 處。
roster-file-taken = 收到檔案，讀完馬上告訴您。
roster-more-faults = ……還有 { $number } 處
roster-file-unreadable = 📥 { $name } 打不開（{ $reason }）。請發 XLSX 或 CSV，或把文字貼給我。
roster-fault-no-date = 第 { $line } 行：沒有日期
roster-fault-bad-date = 第 { $line } 行：「{ $cell }」不是日期，如 2026-11-25
roster-fault-bad-time = 第 { $line } 行：「{ $cell }」看不懂，如 08:30 或 夜班
roster-fault-nobody = 第 { $line } 行：值班員和帶班領導裏沒有「{ $cell }」
roster-fault-several = 第 { $line } 行：叫「{ $cell }」的有幾個人，請寫電話
roster-fault-no-columns = 第一行要有 日期 和 带班领导、主班、副班 裏的一個（看到的是：{ $cell }）
roster-fault-too-long = { $cell } 行太長了，一次最多 { $line } 行
swap-asked = 🤝 <b>{ $asker }</b> 想和您換班：請您替他值 { $seat } { $shift }{ $theirs ->
    [none] 。
   *[other] ，他替您值 { $theirs }。
 }
swap-agreed = ✅ { $other } 同意了：{ $shift }。
swap-declined = { $other } 不同意換：{ $shift }，仍由您值。
swap-void = 換班作廢了，班表已經變了：{ $shift }（{ $other }）。
swap-you-agreed = ✅ 您同意換班，班表改好了。
swap-you-declined = 您沒有同意換班，班表不變。
swap-you-void = 班表已經變了，這次換班作廢。
swap-you-no-right = 這次換班問的不是您。
swap-you-gone = 沒有這次換班。
swap-you-over = 這次換班已經答過了。
button-swap-yes = ✅ 同意
button-swap-no = 不同意
sentence-noted =
    從您的話裏記下：
    { $values }
### CAP messages handed in

cap-fetching = 📥 收到，正在讀這份 CAP 訊息……
cap-not-on-the-list = 這個網址不在允許的名單裏（CAP_SOURCES）。可以把檔案傳給我。
cap-read = 📄 讀好了這份 CAP 訊息（<code>{ $identifier }</code>）。它<b>還沒有發布</b>：看過草稿、提交、由另一個人批准，才會發出。
cap-refused = ⚠️ 這份 CAP 訊息不能用：{ $why }
cap-known = 第 { $number } 號就是這份訊息。
button-cap-look = 看草稿
cap-why-too-big = 檔案太大。
cap-why-not-xml = 不是完好的 XML。
cap-why-doctype = 裏面有 DOCTYPE（可能有害），不讀。
cap-why-not-cap = 不是 CAP 1.2。
cap-why-status = 它寫明是測試、草稿或系統訊息，不是給公眾的。
cap-why-kind = 它是回條或糾錯，不是預警。
cap-why-scope = 它不是公開的訊息。
cap-why-no-words = 裏面沒有內容。
cap-why-away = 一直取不到，請稍後再傳。
cap-why-not-on-the-list = 網址不在允許的名單裏。
cap-why-no-such-page = 這個網址上沒有。
cap-why-other = 缺少或寫錯了「{ $name }」。
version-added = { $number } { $version }已記，已通知信息員。
verified-natural-only = 核報只用於自然災害。請寫：續報、更正或終報。
told-version = 🔔 { $number } 值班員 <b>{ $by }</b> 記了{ $version }：{ $text }

### An acknowledgement that lapses, copies in private

acknowledgement-lapsed = ⏰ { $number }：{ $by } 接報後 { $minutes } 分鐘沒有進展，<b>接報失效，重新呼叫</b>。有進展就追問、轉辦、補充或點「已控制」。
timeline-lapsed = ⏰ 接報失效，重新呼叫{ $note }
command-copies = 在崗時私聊收哪些級別
copies-title = 您在崗時，除了值班群，這些級別另發一份到這裏，響鈴。點一下開或關：
copies-private = 請在和機器人的私聊裏用 /copies。
copies-not-for-you = 只有值班、帶班人員在崗時才收私聊。
button-copies = { $on ->
    [yes] ✓ { $level }
   *[no] ○ { $level }
 }

### Villages that nobody would wake, and the test call
drill-kind-call = 測試叫應
drill-test-call-name = 靜默時段測試叫應
test-call = 🔔 <b>靜默時段測試叫應</b>：半夜有事叫得到您嗎？收到請按 <b>收到</b>。
test-call-answered = ✅ 您 { $at } 按了收到，謝謝。
wake-list = 😴 <b>{ $area }：今晚叫不醒的村</b>　{ $villages } 條村裏有 { $number } 條
wake-list-half = 只有一個人叫得到的村：{ $number } 條
wake-list-how = 請打電話核實，補人用邀請連結。下週再看。
wake-village = · { $area }：{ $posts }
wake-post = { $rank }{ $who }（{ $why }）
wake-empty = 沒有信息員的 { $number } 條：{ $names }
wake-more = ……還有 { $number } 條
wake-vacant = 沒有人
wake-silent = { $days } 天沒有動靜
### Storm control

storm-title-p0 = 🔴 <b>短時間內報告很多：這裏 { $number } 件 P0，{ $open } 件無人接報</b>
storm-title-rest = 📋 <b>短時間內報告很多：這裏 { $number } 件，{ $open } 件無人接報</b>
    { $counts }
storm-line = { $mark } { $number } { $area } { $category } · { $span }
storm-line-taken = ✅ { $number } { $area } { $category } · { $by }
storm-more = 還有 { $number } 件，用 /cases 看。
storm-again = ❗ <b>{ $number } 件無人接報</b>，最久的 { $span }：
button-storm = 接報 { $number }

### Steering a broadcast

button-pause = ⏸ 暫停
button-resume = ▶️ 繼續
button-stop = ⏹ 停止
button-record = 記錄
alert-sending-paused = ⏸ <b>已暫停</b>，{ $number } 份等着。沒發完的不會自己再發。
alert-sending-stopped = ⏹ <b>已停止</b>，沒發出的不再發。
alert-toast-pause = 已暫停。
alert-toast-resume = 繼續發。
alert-toast-stop = 已停止，沒發出的不再發。
unsent-stopped = 已停止
unsent-file-gone = 檔案沒有了
skipped-elsewhere = 訂的不是這裏
record-title = 📋 第 { $number } 號「<b>{ $title }</b>」的記錄（送達 / 應發；訂了兩處的，兩處都算）
record-nobody = 沒有要發的人。
record-line = · { $name } { $sent }/{ $total }
record-more = ……還有 { $number } 處
command-why = 某人為甚麼沒收到預警
why-how = 請寫：<code>/why 預警號 姓名</code>（姓名也可以寫電話、Telegram 號），如第 12 號預警：<code>/why 12 陳秀蘭</code>
why-unknown = 沒有找到「{ $who }」：沒有打開過機器人，或名字不同。
why-sent = ✅ { $name }：{ $at } 已送達。
why-sending = ⏳ { $name }：正在發。
why-ready = ⏳ { $name }：排在後面，{ $at } 起發。
why-paused = ⏸ { $name }：發送暫停了。
why-held = ❔ { $name }：不知道是否送到（發的時候停過機），點「補發」會再發。
why-failed = ❌ { $name }：沒送到（{ $reason }）。
why-dropped = 🚫 { $name }：沒有發（{ $reason }）。
why-skipped = 🚫 { $name }：沒有發，{ $reason }。
why-unreachable = ❌ { $name }：聯絡不上（封鎖了機器人，或帳號停用）。
why-none = 🚫 { $name }：沒有訂閱這個地方。

### Paid broadcasts

button-paid = ⚡ 付費加速（最多 { $stars } 顆星）
button-free = 不付費（每秒 30 則）
alert-card-paid = ⚡ 付費加速：每秒 1000 則，最多 <b>{ $stars }</b> 顆星（每則 0.1），從機器人的餘額扣
alert-toast-paid = 已選付費加速，發布時生效。
alert-toast-free = 已改回不付費。
alert-refused-admins-only = 付費加速只有管理員可以選。
# what a resident's own words are answered with; what could not be read and why; words after a receipt
words-not-sent =
    ☎️ <b>有人遇險，馬上打 110、119、120。</b>
    這裏不是報警，您的話沒有轉給任何人。
    要告訴本村信息員，點下面的按鈕。村（居）信息員請點管理員發的邀請連結。
receipt-unread-file = ✅ 已收到，編號 <b>{ $number }</b>。我聽不了、看不了裏面的內容，已請值班員來判讀。您也可以打字講：甚麼事、在哪裏。
receipt-unread-drill = ✅ 已收到，編號 <b>{ $number }</b>。您標了演練，但現在沒有進行中的演練，已請值班員核實。<b>如果是真的，請寫「不是演練」再講一次。</b>
followup-placed = 📍 { $place }
mark-place-asked = ⚠️ 地點待信息員確認：{ $places }
nothing-open-to-withdraw = 沒有可以撤回的報告。/cases 看您的報告。
followup-which = 記在這一件：{ $category }。
button-meant-other = 是另一件：{ $number } { $category }
button-meant-new = 是另一件事，單獨上報
words-moved = 好，這句話已改記到 <b>{ $number }</b>。
fault-words-followed = 後面已經有新內容，不能整句移走。請寫「更正：……」說明。
## Residents answer an alert: 我安全, 需要帮助, 帮我看看家人

button-help-safe = ✅ 我安全
button-help-help = 🆘 需要幫助
button-help-family = 👪 幫我看看家人
button-help-send = 🆘 發出求助
button-help-go = 🏃 我去
placeholder-help = 您怎麼了？幾個人？
placeholder-family = 家人是誰？住哪裏？
help-not-110 = <b>有生命危險，馬上打 110、119、120。</b>
help-ask-help = 可以發定位、手機號碼，也可以寫幾個字：怎麼了、幾個人、在哪裏。不寫也能發出。
help-ask-family = 請寫：家人是誰、多大年紀、住在哪裏、怎樣聯絡。可以發定位和您的手機號碼。
help-consent = 🔐 點「發出求助」，就是同意把您的名字和您在這裏發的內容交給村信息員和值班室，只用來救助；預警結束 { $days } 天後刪除。
help-preview = 👀 <b>還沒發出。</b>發給 { $area } 的信息員和值班室：
help-with-place = 📍 有定位
help-without-place = 📍 沒有定位
help-with-phone = 📞 { $phone }
help-without-phone = 📞 沒有手機號碼，別人打不了電話給您
help-not-usable = 這個用不了。請發定位、手機號碼或文字。
help-sending = 正在發出。
help-receipt = 🆘 <b>求助已發出</b>，正在叫信息員和值班室，有人接了會告訴您。有生命危險，馬上打 110、119、120。
help-coming = 🏃 信息員 <b>{ $by }</b> 正在去找您。{ $phone }
help-told-taken = ✅ 值班室已經收到您的求助，正在處理。情況變壞，馬上打 110、119、120。
help-told-over = 值班室已經處理完您的求助。還需要幫助，請再點「需要幫助」，或打 110、119、120。
help-cancelled = 已取消，沒有發出。
help-toast-safe = 記下了：您安全。情況有變，再點「需要幫助」。
help-toast-over = 這條預警已經結束。需要幫助請打 110、119、120，或發 /tip。
help-toast-drill = 【演練】這是演練，不會真的發出求助。真有危險，馬上打 110、119、120。【演練】
help-toast-already = 您的求助已經發出，正在處理。情況變壞，馬上打 110、119、120。
help-toast-going = 值班室和居民都知道您去了。
help-officer-help = 🆘 <b>居民求助</b>（點了預警下面的「需要幫助」）
help-officer-family = 👪 <b>居民請您去看看家人</b>
help-officer-next = 值班室也收到了。您去，就點「我去」。
help-going = 🏃 信息員 <b>{ $by }</b> 去了。{ $phone }
help-now-safe = ✅ 求助人後來點了「我安全」。請核實。
answers-title = 🙋 <b>居民回應</b> · 第 { $number } 號 { $title }
answers-sum = ✅ 安全 { $safe } · 🆘 需要幫助 { $help } · 👪 看家人 { $family }
answers-line = { $place }：✅ { $safe } · 🆘 { $help } · 👪 { $family }
answers-more = 還有 { $number } 個地方
card-resident = 👤 居民：{ $name } · { $phone }
mark-help = 🆘 居民求助，沒有人核實過。請打電話，不能在這裏追問。
mark-family = 👪 居民請去看看家人，沒有人核實過。請打電話，不能在這裏追問。
### Early signs (苗头): the form, the referral, 提前介入

button-sign = 報苗頭
command-sign = 報苗頭（糾紛、聚集等）
mark-from-sign = 🔗 由苗頭 { $number } 演變
mark-keyed = ⌨️ 由 { $name } 代錄
sign-plan = 🗓 <b>計劃：{ $value }</b>
sign-referral = 分流（{ $kind }）：先由 { $first }，再由 { $then }
sign-restricted = 🔒 涉及個人私隱，經過已隱去。值班員點「看原文」，或打電話給信息員。
sign-became = ⚠️ 已演變為事件 { $numbers }
intervention-given = 提前介入：{ $unit }，{ $due } 前，<b>待接手</b>
intervention-taken = 提前介入：{ $unit }，<b>{ $by }</b> 已接手，{ $due } 前
intervention-settled = ✅ 提前介入：{ $unit }，{ $by }。結果：{ $outcome }
intervention-late = ⏰ <b>已過期限 { $span }</b>
intervention-overdue = ⏰ { $number } 的提前介入已過期限 { $span }。單位：{ $unit }，接手人：{ $by }。請填結果，或改派、延期。
sign-nobody = 還沒有人
button-sign-step-in = 提前介入
button-sign-take = 我來接手
button-sign-taker = 登記接手人
button-sign-outcome = 填寫結果
button-sign-again = 改派或延期
button-sign-names = 看原文
button-sign-other = 其他單位，打字
sign-who = { $number }：請誰提前介入？
sign-when = { $number }：<b>{ $unit }</b>，幾天內辦？
sign-days = { $days } 天
sign-given = { $number }：已請 <b>{ $unit }</b> 在 { $days } 天內提前介入，卡片上看得到。
sign-toast-taken = { $number }：已接手，報告人會知道。
sign-settled = { $number }：結果已記，已告訴報告人。點卡片上的「辦結」就結案。
type-intervention-unit = { $name }，請<b>回覆這條訊息</b>：{ $number } 由哪個單位提前介入？
placeholder-intervention-unit = 單位名稱
type-intervention-taker = { $name }，請<b>回覆這條訊息</b>：{ $number } 由誰接手？寫姓名，可加電話。
placeholder-intervention-taker = 姓名
type-intervention-outcome = { $name }，請<b>回覆這條訊息</b>：{ $number } 提前介入的結果。
placeholder-intervention-outcome = 結果，一兩句
intervention-told-given = 🤝 { $number }：已請 <b>{ $unit }</b> 提前介入，{ $due } 前辦理。
intervention-told-taken = 🤝 { $number }：<b>{ $unit }</b> 的 <b>{ $by }</b> 已接手，{ $due } 前辦理。
intervention-told-settled = ✅ { $number }：提前介入有結果了（{ $unit }，{ $by }）：{ $outcome }

### On behalf of a caller (代报), one-line codes

command-behalf = 代報：別人打電話來，您來錄
command-code = 一行代碼，如 H3 2 0 高灘
behalf-no-right = 代報給信息員（私聊）和值班員（值班群或私聊）用。
behalf-words = { $name }，對方怎麼說？{ $place ->
        [group] 請<b>回覆這條訊息</b>，
       *[private] 請
    }寫一句話：甚麼事、哪個村、有沒有人傷。
behalf-say-what = { $name }，還看不出是甚麼事。{ $place ->
        [group] 請<b>回覆這條訊息</b>，
       *[private] 請
    }寫清甚麼事、哪裏，如 高灘村口車禍傷兩人；或一行代碼，如 H3 2 0 高灘。
behalf-caller = 來電人：{ $name }
behalf-caller-ask = { $name }，誰打來的？{ $place ->
        [group] 請<b>回覆這條訊息</b>，
       *[private] 請
    }寫信息員姓名，或群眾姓名、電話；幾點打來的也寫上，如 何志强 9:30 來電。不寫時間就算剛剛；不知道是誰寫 跳過。
behalf-caller-long = 太長了。這裏只寫姓名、電話、幾點來電；甚麼事下一步寫。
behalf-time = 來電時間「{ $said }」不對：要在現在之前、兩天之內。請再寫一次，如 9:30 來電。
behalf-which = 是哪一位信息員打來的？
behalf-none-of-these = 都不是
behalf-words-please = 這一步請寫字；照片發出後再發。
behalf-who-after = ☎️ 是誰打來的？寫姓名、電話、幾點來電，如 張伯 9:30 來電。不知道可以不寫。
behalf-caller-kept = { $number }：來電人和時間記下了。
behalf-receipt = ✅ 已錄，編號 <b>{ $number }</b>，{ $priority }
    { $category } · { $place }
behalf-call-at = 來電時間：{ $at }
placeholder-behalf = 寫在這裏
code-hazards = 隱患
code-title = <b>一行代碼 · { $kind }</b>
    代碼 { $one } { $two } 地點，如 <code>H3 2 0 高灘</code>
code-how = 不清楚寫 ?，沒說就不寫（不寫不等於 0）。值班員發 <code>/code H3 2 0 高灘</code>
code-figure-injured = 受傷人數
code-figure-ill = 患病人數
code-figure-trapped = 被困人數
code-figure-threatened-households = 威脅戶數
code-figure-threatened-people = 威脅人數
code-not-one = 這不是代碼。字母加數字打頭，再寫兩個人數和地點，如 { $example }。發 /code 看代碼表。
code-unknown = 沒有代碼 { $code }，最大到 { $last }。正確的如 { $example }。發 /code 看代碼表。
code-too-many = { $code } 後面最多兩個數，然後寫地點，如 { $example }。
code-no-place = { $code } 後面還要寫地點，如 { $example }。
code-too-large = { $figure } 太大了，請核對，如 { $example }。
### Escalation policies

command-policy = 呼叫規則：誰在第幾分鐘叫誰
policy-admins-only = 呼叫規則只有管理員能改。
policy-list = <b>呼叫規則</b>
    沒有另定的，按自帶升級表。點一條看詳情：
policy-none = <b>呼叫規則</b>
    還沒有另定的規則，都按自帶升級表。
policy-how = <b>把規則發給我</b>，第一行寫級別，可加鎮、類別、時段；下面一行一步，數字是離上一步的分鐘：
    <pre>P0 派潭鎮 火災 22:00-06:00
    0 鎮群 區群
    3 鎮群 值班
    3 領導 @姓名
    重複 5 鎮群 區群 領導
    進展 20
    停止 接報 轉辦</pre>
    可叫：鎮群 區群 值班 副班 領導 A崗 B崗 部門（如 水務） @姓名。不想寫了：/cancel
policy-preview = <b>{ $title }</b>
    若 { $at } { $area } 發生 { $level } { $category }，一直無人接報：
policy-call = { $at } { $whom }
policy-call-silent = { $at } { $whom }（靜音）
policy-on = 之後每 { $minutes } 分鐘再叫一次，直到{ $stops }。
policy-ends = 之後不再叫。
policy-progress = 接報後 { $minutes } 分鐘沒有進展，重新呼叫。
policy-sure = 對嗎？保存後新的事件按它走，正在叫的不變。
policy-title = { $level } { $area } { $category } { $hours }
policy-version = 第 { $version } 版 · { $by } { $at }
policy-old = <b>舊版本</b>
    不再有效的規則，最近停用的在前：
policy-old-none = 沒有舊版本。
policy-old-line = { $title } 第 { $version } 版 · { $at }
policy-old-ended = 已不用：{ $at } 由 { $by } 替換或停用。
button-policy-old = 🕘 舊版本
policy-everywhere = 全區
policy-any = 各類
policy-saved = ✅ 已保存，第 { $version } 版。
policy-ended = ✅ 已停用，改按其他規則或自帶升級表。
policy-end-sure = 停用「{ $title }」？
policy-whom-town-duty = 鎮群
policy-whom-district-duty = 區群
policy-whom-leader = 領導
policy-whom-on-duty = 值班
policy-whom-deputy = 副班
policy-whom-post = { $rank }崗
policy-stop-acknowledged = 接報
policy-stop-referred = 轉辦
policy-or = 或
button-policy-new = ＋ 寫一條
button-policy-save = 保存
button-policy-end = 停用
button-policy-end-sure = 確定停用
policy-fault-word = 不認得「{ $said }」。改好再發一次，或 /cancel。
policy-fault-level = 第一行要有級別：P0、P1、P2 或 P3。改好再發一次，或 /cancel。
policy-fault-hours = 時段的起止不能一樣。改好再發一次，或 /cancel。
policy-fault-steps = 一步都沒有：誰也不會被叫到。改好再發一次，或 /cancel。
policy-fault-many = 最多 { $said } 步。改好再發一次，或 /cancel。
policy-fault-repeat = P0 要有「重複」一行：人命關天，要叫到有人應答。改好再發一次，或 /cancel。
policy-fault-first = 第一步要寫 0：馬上叫。改好再發一次，或 /cancel。
policy-fault-minutes = 「{ $said }」不是 1 到 1440 的分鐘數。改好再發一次，或 /cancel。
policy-fault-whom = 「{ $said }」沒有寫叫誰。改好再發一次，或 /cancel。
policy-fault-stop = 「停止」後面寫 接報 或 轉辦。改好再發一次，或 /cancel。
policy-fault-person = 沒有叫「{ $said }」、開通了機器人的人。改好再發一次，或 /cancel。
policy-fault-persons = 叫「{ $said }」的不止一個。改用職務，或 /cancel。

timeline-intervention-given = 🤝 { $by } 請人提前介入{ $note }
timeline-intervention-taken = 🤝 { $by } 登記接手{ $note }
timeline-intervention-settled = ✅ { $by } 填寫介入結果{ $note }
timeline-intervention-overdue = ⏰ 提前介入已過期限{ $note }
timeline-caller-named = ☎️ { $by } 補記來電人{ $note }
### The auditor, the second channel

alarm-missed = 🆘 <b>{ $number } 沒有按規則往上叫</b>（{ $reason }）。請馬上打電話，並查看程序日誌。
reason-missed-no-climb = 沒有開始叫
reason-missed-stopped = 無人接報卻停了
reason-missed-late = 到點沒有叫
reason-missed-no-time = 沒有下一次的時間
reason-missed-too-far = 下一次定得太遠
reason-missed-lapse-late = 接報後的進展沒有按時查
reason-missed-unreadable = 規則讀不出來
alarm-hook = ⚠️ 第二通道（短訊、語音網關）發不出去：{ $number } 第 { $step } 步，{ $fault }。Telegram 的呼叫不受影響。
drill-doubt-forwarded = 您沒有回答是演練還是真實，已按可能真實轉值班室核實。

## Posters, what is true, places of refuge

button-subscribe-here = ✅ 訂閱這裏的預警
button-subscribe-elsewhere = 換一個地方
button-real = ❓ 這條消息是真的嗎？
button-shelter = 🏠 最近的避難場所
subscribe-confirm = 訂閱 <b>{ $name }</b> 的公共預警？點一下就好，隨時可以退訂。
link-unknown-area = 這個連結裏的地方不認識。請發 /subscribe 自己選。
command-real = 這條消息是真的嗎？
command-shelter = 最近的避難場所
real-live = ✅ <b>這裏發佈過、現在有效的預警</b>（{ $names }）：
real-none = ❌ <b>這裏現在沒有有效的預警</b>（{ $names }）。
real-over = 一天內已經結束的：
real-rule = 發佈人、時間、地方和上面對不上的，就不是這裏發佈的，請不要轉發。天氣預警以氣象台為準。有危險打 110、119、120。
real-rule-none = 您看到的消息不是這裏發佈的，請不要轉發。天氣預警以氣象台為準。有危險打 110、119、120。
shelter-where = 您在哪裏？發定位，或寫村名。
shelter-not-found = 沒有找到這個地方。請發定位，或寫鎮街名、村名。
shelter-title = 🏠 <b>最近的、開放的避難場所</b>（直線距離）
shelter-line = <b>{ $number }. { $name }</b> · { $km } 公里 · { $area }
shelter-room = 👥 可容納 { $number } 人
shelter-not-for = ⚠️ 不能用來躲：{ $what }
shelter-care = 路上有水、有塌方就不要走，聽信息員安排。有危險打 110、119、120。
shelter-none = 現在沒有開放的避難場所。請問本村信息員，有危險打 110、119、120。
shelter-none-kept = 還沒有避難場所的名單，或不歸您管。管理員：python -m bot load shelters.csv
shelter-kept-title = 🏠 <b>避難場所</b>
shelter-kept-line = { $mark } { $name }（{ $area }）：{ $state }
shelter-kept-how = 點按鈕改狀態：{ $open } 開放 · { $full } 已滿 · { $closed } 關閉
shelter-open = 開放
shelter-full = 已滿
shelter-closed = 關閉
shelter-map = 🗺 <a href="{ $url }">地圖</a>

## The poster of an area

poster-title = 掃一掃，訂閱本地預警
poster-how = 1. 手機裝好 Telegram  2. 掃上面的碼，點「開始」  3. 點「訂閱這裏的預警」
poster-what = { $name }有暴雨、颱風、山洪、滑坡等預警，馬上發到手機。免費，隨時可以退訂。
poster-danger = 有人遇險，馬上打 110、119、120
poster-caption = 🖨 <b>{ $name }</b> 的海報，A4，可以直接打印張貼。
poster-which = 做哪個村的海報？請寫：/poster 派潭鎮高灘村
poster-no-right = 只有管這個地方的值班人員和管理員能做海報。
command-poster = 村裏張貼的二維碼海報

### A note under the card

timeline-verb-noted = 📝 { $by }{ $note }
case-note-kept = 📝 已記入 { $number } 的經過，信息員看不到。要問信息員，點「追問」。

### The checklist of a case (处置清单)

button-checklist = 清單
button-step-na = 不適用…
checklist-line = 📋 清單 { $done }/{ $all }{ $more }
checklist-late = {" "}· ⏰ 超時 { $number }：{ $names }
checklist-new = {" "}· 🆕 新增：{ $names }
checklist-title = 📋 <b>{ $number } 處置清單</b>（{ $name }）
checklist-how = 點一步就剔上；點 ☑ 或 ➖ 取消。
checklist-none = { $number } 沒有清單。
checklist-open = { $mark } { $number } { $name }（{ $role }{ $due }）{ $new }
checklist-due = ，{ $at } 前
checklist-is-new = {" "}🆕
checklist-done = ☑ { $number } { $name } · { $by } { $at }
checklist-na = ➖ { $number } { $name } · 不適用：{ $note }（{ $by } { $at }）
checklist-open-figures = ❓ 數字清楚後可能增加步驟：{ $figures }
checklist-which-na = { $number } 哪一步不適用？
checklist-is-open = “{ $name }”還沒有剔。
checklist-already-done = “{ $name }”{ $by } { $at } 已剔。
checklist-already-na = “{ $name }”{ $by } { $at } 已記不適用。
checklist-overdue = ⏰ <b>{ $number }</b> 清單有步驟過了時間：
checklist-overdue-step = ☐ { $number } { $name }（{ $role }，{ $due } 前）
step-role-town = 鎮值班
step-role-district = 區值班
step-role-leader = 帶班領導
step-role-commander = 現場指揮
step-role-village = 村
type-step-na = { $name }，請<b>回覆這條訊息</b>：{ $number } 這一步為甚麼不適用？
placeholder-step-na = 不適用的原因
toast-ticked = ☑ 已剔
toast-unticked = 已取消
as-it-is = { $text }
timeline-verb-ticked = ☑ { $by } 完成{ $note }
timeline-verb-unticked = ☐ { $by } 取消剔選{ $note }
timeline-verb-step-set-aside = ➖ { $by } 記為不適用{ $note }
timeline-verb-steps-added = 📋 清單增加步驟{ $note }
timeline-verb-steps-overdue = ⏰ 清單超時{ $note }
## Circles and polygons on an alert

alert-ask-radius = <b>以這個點為中心，多大範圍？</b> 點一個，或寫公里數，如：1.5。
alert-radius = { $km } 公里
alert-fault-radius = 「{ $text }」不是公里數。請寫 0.05 到 50，如：1.5，或 800米。
alert-map = 🗺 <a href="{ $url }">地圖</a>
alert-shape-circle = ◎ 以 { $point } 為中心 <b>{ $km } 公里</b> · <a href="{ $url }">地圖</a>
alert-shape-polygon = ◎ 劃定的範圍（{ $number } 個多邊形） · <a href="{ $url }">地圖</a>
alert-shape-counted = 🏘 這個範圍算入 <b>{ $number }</b> 個村（社區）
alert-shape-town-whole = · { $name }全部 { $number } 個：{ $names }
alert-shape-town = · { $name } { $number } 個：{ $names }
alert-shape-unplaced = ⚠️ 其中 { $number } 個沒有座標：鎮的座標只準到 { $km } 公里，可能涉及的鎮整鎮算入，寧多勿漏。
alert-shape-placed = 有座標的 { $number } 個：離這個範圍 { $km } 公里以內的算入。
alert-shape-by-hand = ✋ 地方由起草人改過，和畫的範圍不完全一樣。
alert-shape-left-out = ⚠️ <b>不歸您管，沒有算入</b>：{ $names }。請告訴上一級。
alert-shape-far = 這個範圍離本地太遠，沒有算入任何地方。請核對座標（緯度, 經度）。
alert-shape-not-yours = 這個範圍在 { $names }，不歸您管，請告訴上一級。
button-drop-shape = 去掉畫的範圍
area-file-fetching = 📥 收到，正在讀這份範圍檔案……
area-file-read = 🗺 讀好了：{ $polygons } 個多邊形，{ $points } 個點。
area-file-refused = ⚠️ 這份範圍檔案不能用：{ $why }
button-use-area = 用這個範圍
area-file-why-too-big = 檔案太大，最多 512 KB。
area-file-why-not-xml = 不是完好的 KML。
area-file-why-doctype = 裏面有 DOCTYPE（可能有害），不讀。
area-file-why-not-area = 不是 GeoJSON，也不是 KML。
area-file-why-no-polygon = 裏面沒有多邊形（只有點或線不行）。
area-file-why-coordinates = 座標不對：要用 WGS-84 的度數，經度在前、緯度在後。
area-file-why-too-many = 太複雜：最多 20 個多邊形、5000 個點。
area-file-why-packed = 是壓縮的 KMZ。請解開，發裏面的 .kml。
area-file-why-away = 現在取不到檔案，請再發一次。
### Notices at a time, repeated notices

button-schedule-once = 定時發
button-schedule-repeat = 重複發
button-schedules = 定時通知
button-templates = 現成通知
button-schedule-set = 定下
button-other-time = 換成重複
button-all-year = 全年
button-flood-season = 汛期（{ $season }）
button-rule-daily = 每天
button-rule-weekdays = 週一至週五
button-rule-weekly = 每週…
button-rule-monthly = 每月…
button-schedule-pause = 暫停
button-schedule-resume = 恢復
button-schedule-stop = 停掉
button-schedule-stop-sure = 確定停掉
button-schedule-edit = 改文字
button-schedule-now = 現在發一次
button-schedule-take = 由我接着發
button-schedule-show = 查看
schedule-today = 今天 { $hour }
schedule-tomorrow = 明天 { $hour }
schedule-when = 甚麼時候發？點選，或直接寫：明天早上八點、6月5日14:30。
schedule-time-past = 這個時間已經過了。
schedule-time-impossible = 沒有這一天或這個鐘點。
schedule-time-unreadable = 看不懂這個時間。
schedule-time-far = 太遠了，最多一年左右。
schedule-hour = { $day } 幾點發？點選，或直接寫：7:30、下午三點。
schedule-hour-unread = 看不懂這個鐘點。
schedule-kind = 多久發一次？
schedule-weekdays = 每週哪幾天？可以多選。
schedule-day = 每月幾號？點選或直接寫；沒有這一天的月份，在最後一天發。
schedule-day-unread = 看不懂是幾號。
schedule-season = 全年都發，還是只在一段日子裏發？也可以直接寫：5月1日到9月30日。
schedule-season-unread = 看不懂這段日子。
schedule-confirm = ⏰ <b>{ $when }</b> 發給 { $names } 的信息員。沒有錯就按 <b>定下</b>。
schedule-confirm-zero = ⏰ <b>{ $when }</b> 在 { $names } 開啟一天的零報告，兩小時內報齊。沒有錯就按 <b>定下</b>。
schedule-next = 接下來：{ $times }
schedule-never = 這樣定，以後沒有一次會發。請換一個時間。
schedule-one-time = { $at }，一次
schedule-over = 已經發過
rule-daily = 每天 { $hour }
rule-weekdays = 週一至週五 { $hour }
rule-weekly = 每{ $days } { $hour }
rule-monthly = 每月{ $days } { $hour }
rule-season = （{ $season }）
season = { $month }月{ $day }日–{ $last_month }月{ $last_day }日
month-day = { $number }號
month-end = 月底
schedule-set = 已定下。下面的卡片隨時顯示下一次是甚麼時候。
schedule-templates = <b>現成通知</b>：打開看，改好再發。哪一條都不會自己發，要您按“定下”或“發佈”。
schedule-list = ⏰ <b>定時通知</b>，下一次最近的在前：
schedule-list-none = ⏰ 還沒有定時通知。寫好一條通知，按 <b>定時發</b> 或 <b>重複發</b>。
schedule-more = 還有 { $number } 條。
schedule-line = #{ $number } { $state } { $when } · { $by }
schedule-state-active = ▶️
schedule-state-paused = ⏸ 已暫停
schedule-state-held = ⚠️ 停着
schedule-state-ended = ⏹ 已結束
schedule-title = ⏰ <b>定時通知 #{ $number }</b> { $state }
schedule-plan = { $names } · <b>{ $when }</b>
schedule-by = 定的人：{ $by }
schedule-state-by = { $by } 操作
schedule-last-sent = 上一次 { $at }：已收 <b>{ $received }/{ $total }</b>
schedule-last-missed = 上一次 { $at } 沒有發：當時機器人停着
schedule-last-held = 上一次 { $at } 沒有發：定的人已經沒有權限
schedule-last-switched = 上一次 { $at }：已開啟零報告
schedule-stop-sure = 停掉定時通知 #{ $number }？以後不再發，記錄留着。
schedule-now-sure = 現在就發給 { $names } 的信息員一次？
schedule-changed = 好了。
schedule-gone = 沒有這條定時通知了。
schedule-write = 定時通知 #{ $number } 以後發甚麼？請寫新的內容（“取消”不改）。
schedule-missed = ⚠️ 定時通知 #{ $number }（{ $text }）{ $due } 起有 { $times } 次沒有發：當時機器人停着，過了補發的時限。要發就按 <b>查看</b>，再按 <b>現在發一次</b>。
schedule-held = ⚠️ 定時通知 #{ $number }（{ $text }）沒有發：{ $by } 已經沒有發通知的權限。有權限的人按 <b>查看</b>，再按 <b>由我接着發</b>，或者停掉。
alarm-schedule-held = ⚠️ 定時通知 #{ $number } 停着沒發：{ $by } 已經沒有權限。內容：{ $text }
broadcast-still-silent = ⏳ 到時間了，還有人沒回“收到”，請打電話：
### The room of a case: its topic in a forum group

timeline-verb-note-edited = ✏️ { $by } 改了上面的話{ $note }
case-topic = { $mark } <b>{ $priority }</b> { $topic }：已開專題，請點進去接報。

## How soon and how surely an alert holds

alert-how-sure = ⏱ 緊迫：<b>{ $urgency }</b> · 把握：<b>{ $certainty }</b>
cap-is-immediate = 馬上
cap-is-expected = 就快
cap-is-future = 以後
cap-is-past = 已過
cap-is-observed = 已發生
cap-is-likely = 很可能
cap-is-possible = 有可能
cap-is-unlikely = 不大可能
### On-scene command

button-command = 現場指揮
button-command-name = 指定現場指揮
button-command-other = 另指定一人
button-command-hand-over = 換人接任
button-command-told = ☎️ 已電話告知，他接受
button-command-withdraw = 撤回，不請了
button-command-typed = 沒有帳號的，打字
button-command-accept = ✅ 接受，我來指揮
button-command-refuse = 不能，寫原因
button-scene-arrive = 📍 已到場
button-scene-brief = 📻 簡報
button-scene-support = 🆘 需要支援
button-scene-hand-over = 交接給別人
command-line = 🦺 現場指揮：{ $who }
command-line-asked = 🦺 現場指揮：{ $who }（{ $asked }）
command-first-there = 先到隊伍負責人
command-line-standing = { $name }（{ $at } 起{ $arrived ->
    [no] ，還沒說到場
   *[other] ，{ $arrived } 到場
}）
command-waiting = 待接受：{ $name }
command-silent = { $name } 沒有應答，請打電話
command-refused = { $name } 不能擔任，請另指定
command-title = <b>{ $number } 現場指揮</b>
command-how = 有人接受以前，由先到隊伍的負責人指揮。交接時新的人接受了，原來的人才卸任。
command-whom = { $number }：請誰{ $old ->
    [none] 擔任現場指揮
   *[other] 接任現場指揮（現在是 { $old }）
}？☎️ 的人機器人聯絡不上，要打電話。
command-whom-none = 登記的人裏沒有可選的，請打字。
command-no-phone = 沒有登記電話
command-by-telephone = 請打電話給 <b>{ $name }</b> { $phone }，請他擔任 { $number } 的現場指揮。他接受了再點下面的按鈕，記您的名字。
command-named = 已請 { $name } 擔任 { $number } 的現場指揮，{ $minutes } 分鐘沒有答覆會告訴群裏。接受以前由先到隊伍負責人（或原指揮）指揮。
command-told-done = 已記：{ $number } 由 { $name } 擔任現場指揮，電話告知。
command-withdrawn-done = { $number }：已撤回，也告訴他了。
command-already = { $number }：他已經在指揮，或已經請了他。
command-typed-again = 請寫姓名和電話，例如：張偉 13800000001。不想繼續就發 /cancel。
type-scene-person = { $name }，請<b>回覆這條消息</b>：{ $number } 請誰，寫姓名和電話，例如 張偉 13800000001。
placeholder-scene-person = 姓名 電話
type-scene-note = { $name }，請<b>回覆這條消息</b>：{ $number } 交接：做了甚麼、還沒做甚麼、有甚麼危險。
placeholder-scene-note = 已做、未做、危險
type-scene-refuse = { $name }，請<b>回覆這條消息</b>：為甚麼不能擔任 { $number } 的現場指揮？寫幾個字就行。
placeholder-scene-refuse = 原因
type-scene-support = { $name }，請<b>回覆這條消息</b>：{ $number } 需要甚麼、多少、送到哪裏？
placeholder-scene-support = 例如 挖機 1 台到村口
command-card-named = 🦺 <b>請您擔任 { $number } 的現場指揮</b>
    { $by } 指定。請在 { $minutes } 分鐘內點下面的按鈕。接受以後您定現場方案、調度各支隊伍，大家服從（省突發事件應對條例第36條）。
command-card-standing = 🦺 <b>您是 { $number } 的現場指揮</b>（{ $at } 起）
    發情況：<b>回覆這條消息</b>，或先點 📻 簡報；文字、相片、語音、位置都行，馬上到值班群。
command-card-note = 📋 { $before } 交接：{ $note }
command-card-refused = 您已說明不能擔任 { $number } 的現場指揮。
command-card-withdrawn = { $number } 的現場指揮已另作安排，不用您了。謝謝。
command-card-handed-over = 您已交出 { $number } 的現場指揮。辛苦了。
command-card-ended = { $number } 已結束，現場指揮到此為止。
command-again = ⏰ { $number }：還在等您答覆，能擔任現場指揮嗎？
command-not-needed = { $number }：{ $by } 已另作安排，不用您擔任現場指揮了。謝謝。
command-not-needed-over = { $number } { $state }，不用您擔任現場指揮了。謝謝。
command-relieved = { $number }：{ $name } 已接任現場指揮，您可以卸任。辛苦了。
command-stay-refused = ⚠️ { $number }：{ $name } 不能接任（{ $reason }）。<b>仍由您指揮。</b>
command-stay-silent = ⚠️ { $number }：{ $name } 沒有應答，<b>仍由您指揮</b>。可以打電話，或另交給別人。
command-over = { $number } { $state }，您的現場指揮到此為止。辛苦了。
command-over-closed = 已辦結
command-over-false-alarm = 已定為誤報
command-over-merged = 已併入另一件
command-over-withdrawn = 已撤回
command-over-drill = 是演練
command-news-named = 🦺 { $by } 請 { $name } 擔任 { $number } 的現場指揮，等答覆。
command-news-accepted = 🦺 <b>{ $name }</b> 接受，擔任 { $number } 的現場指揮。
command-news-taken-over = 🦺 <b>{ $name }</b> 接任 { $number } 的現場指揮，{ $old } 卸任。
command-news-told = 🦺 <b>{ $name }</b> 擔任 { $number } 的現場指揮（{ $by } 電話告知{ $old ->
    [none] {""}
   *[other] ，接替 { $old }
}）。
command-news-refused = ⚠️ { $name } 不能擔任 { $number } 的現場指揮：{ $reason }。請另指定。
command-news-silent = ⚠️ { $name } 沒有答覆 { $number } 的現場指揮。請打電話，或另指定。
command-news-out-of-post = ⚠️ { $name } 已不在這裏的崗位，不能在機器人裏指揮 { $number } 了。請另指定。
command-news-arrived = 📍 現場指揮 { $name } 已到 { $number } 現場。
command-news-note = 📋 交接：{ $note }
command-toast-accepted = 您是 { $number } 的現場指揮了。
command-refused-kept = 已告訴值班群：您不能擔任 { $number } 的現場指揮。
command-tap-stale = 這個按鈕過時了：已有人接受、改派或撤回。
command-answer-please = 請點上面的 接受 或 不能。
scene-update = 📻 <b>現場指揮 { $by }</b> { $at }：{ $text }
scene-support = 🆘 <b>現場指揮 { $by }</b> { $at } 需要支援（{ $number }）：{ $text }
scene-kind-pin = 位置
scene-kind-photo = 相片
scene-kind-video = 影片
scene-kind-voice = 語音
scene-kind-audio = 錄音
scene-kind-document = 文件
scene-kind-animation = 動圖
scene-kind-video-note = 影片
scene-sent = 📻 已發到值班群，記入 { $number } 的經過。
scene-support-sent = 🆘 已發到值班群，記入 { $number } 的經過。急就同時打電話。
scene-brief-ask = 📻 { $number }：請發一句話、相片、語音或位置。10 分鐘內的下一條發到值班群。
scene-here-ask = 📍 { $number }：已記到場，值班群知道了。要發位置，10 分鐘內直接發（萬字夾 → 位置）；不發也行。
scene-here-noted = 📍 { $number }：已記到場，值班群知道了。要發位置，<b>回覆現場指揮那張卡片</b>發。
scene-again = { $number }：到場已經記過了。
scene-controlled = { $number }：已記為已控制，值班群知道了。
scene-not-commander = 沒有發出：您現在不是 { $number } 的現場指揮。有情況請打值班電話。
scene-nothing = 這樣的消息發不出去。請發文字、相片、語音或位置。
timeline-verb-command-named = 🦺 { $by } 請人擔任現場指揮{ $note }
timeline-verb-command-note = 📋 { $by } 交接{ $note }
timeline-verb-command-accepted = 🦺 { $by } 接受，擔任現場指揮
timeline-verb-command-taken-over = 🦺 { $by } 接任現場指揮，原指揮{ $note }
timeline-verb-command-told = ☎️ { $by } 已電話告知，現場指揮{ $note }
timeline-verb-command-refused = { $by } 不能擔任現場指揮{ $note }
timeline-verb-command-silent = 沒有答覆現場指揮{ $note }
timeline-verb-command-withdrawn = { $by } 不再請他指揮{ $note }
timeline-verb-command-ended = 現場指揮到此為止{ $note }
timeline-verb-arrived = 📍 { $by } 已到場
button-command-arrived = ☎️ 他說已到場
command-arrived-done = 已記：{ $number } 的現場指揮已到場，電話告知。
timeline-verb-command-arrived = ☎️ { $by } 記：現場指揮已到場{ $note }
button-scene-send = 📻 發到值班群
scene-held = 沒有發出。您是 { $number } 的現場指揮：要發給值班群，點下面的按鈕；以後請<b>回覆卡片</b>，或先點 📻 簡報。
timeline-scene-update = 📻 現場指揮 { $by }{ $note }
timeline-scene-support = 🆘 現場指揮 { $by } 需要支援{ $note }
### 轉辦、指派、升降級：要人答覆的事

button-refer-nobody = { $name } ✍️
button-refer-more = 更多部門
button-refer-typed = 寫給別人
button-withdraw-request = 收回
button-accept = 接受
button-refuse = 不接受
button-assign = 指派
button-set-priority = 升級 / 降級
button-priority = { $mark } { $level }
button-lower-sure = 確定降級
button-lower-ask = 報領導確認
button-release = ✖ { $who }
button-page-back = ◀ 上一頁
button-page-on = 下一頁 ▶
refer-menu = { $number } 轉辦給誰？對方接受之前仍由您負責，沒人接報就繼續往上叫。✍️：這裏沒有人，寫明轉給了誰。
refer-waits = { $number }：<b>{ $by }</b> { $at } 請 <b>{ $to }</b> 接手，{ $due } 前答覆。要轉給別人，先收回。
assign-menu = { $number } 請誰負責？● 是正在值班的。對方要按時答覆；✖ 是收回。
assign-nobody = { $number }：這裏沒有能私信到的值班員、領導、村負責人和部門的人。
button-assign-office = 部門來負責
assign-office = { $number } 請哪個部門負責？對方誰接受，就由誰負責；事件還歸值班室（要交出去，用 轉辦）。
handover-request = 📨 { $number } { $asked ->
    [referral] 轉辦
    [assignment] 指派
   *[lowering] 降級，請
 } { $to }（{ $by }）：待答覆
assign-candidate = { $duty ->
    [yes] ● { $name }
   *[no] { $name }
 }（{ $area }{ $role ->
    [leader] 領導
    [head] 負責人
    [department] { $function }
   *[duty] 值班員
 }）
assign-asked = { $number } 已請 <b>{ $name }</b> 負責，待答覆。
priority-menu = { $number } 現在是 { $mark } <b>{ $level }</b>。改成哪一級？要寫理由。
lower-sure =
    { $number }：{ $before } → <b>{ $after }</b>
    理由：{ $reason }
    確定降級嗎？降了就叫得慢。
lower-needs-leader = 有人死亡、失聯、被困，或是鎮裏的 P0：要帶班領導確認，確認之前不變。
type-request-refusing = { $name }，請<b>回覆這條消息</b>：{ $number } 為甚麼不接受？
type-priority-reason = { $name }，請<b>回覆這條消息</b>：{ $number } 為甚麼改級別？
placeholder-request-refusing = 為甚麼不接受
placeholder-priority-reason = 理由
referral-asked = { $number } 已請對方接受，沒答覆之前仍由您負責。
request-accepted = { $number } 已記您接受。
request-refused = { $number } 已記不接受，退回給請您的人。
request-withdrawn = { $number } 已收回。
request-pending = { $number } 已經有一個在等答覆。要換人，先收回。
request-nobody = 這裏沒有能答覆的人或群。請打電話，再寫明轉給了誰。
request-answered = { $number } 這一條已經答覆過，或者過了時間。
priority-same = { $number } 已經是這一級。
priority-kept = { $number } 已改為 { $level }。
priority-asked = { $number } 已請帶班領導確認降到 { $level }，確認之前不變。
request-title-referral = 📨 <b>{ $by } 把 { $number } 轉辦給 { $to }</b>。請在 <b>{ $due }</b> 前點 接受 或 不接受。
request-title-assignment = 📌 <b>{ $by } 請您負責 { $number }</b>。請在 <b>{ $due }</b> 前點 接受 或 不接受。
request-title-lowering = ⬇️ <b>{ $by }</b> 要把 { $number } 從 { $before } 降到 <b>{ $level }</b>：{ $reason }。請帶班領導在 <b>{ $due }</b> 前確認；接受就降。
request-now-accepted = ✅ { $number }：<b>{ $who }</b> 已接受。
request-now-refused = ↩️ { $number }：<b>{ $who }</b> 不接受：{ $answer }
request-now-lapsed = ⏰ { $number }：過了時間沒有答覆，已退回。
request-now-withdrawn = ✖ { $number }：已收回，不用答覆。
request-now-over = ☑️ { $number }：已結束，不用答覆。
request-told-referral-accepted = ✅ { $number }：{ $to } 的 <b>{ $who }</b> 接受了 { $by } 的轉辦。
request-told-referral-refused = ↩️ { $number }：{ $to } 的 <b>{ $who }</b> <b>不接受</b>轉辦：{ $answer }。退回 { $by }。
request-told-referral-lapsed = ⏰ { $number }：{ $to } { $minutes } 分鐘沒有答覆，<b>轉辦失效</b>，退回 { $by }。
request-told-referral-withdrawn = ✖ { $number }：轉辦 { $to } 已收回。
request-told-assignment-accepted = ✅ { $number }：<b>{ $who }</b> 接受負責。
request-told-assignment-refused = ↩️ { $number }：<b>{ $who }</b> <b>不能負責</b>：{ $answer }。退回 { $by }，請另找人。
request-told-assignment-lapsed = ⏰ { $number }：{ $to } { $minutes } 分鐘沒有答覆，<b>指派失效</b>，退回 { $by }，請另找人。
request-told-assignment-withdrawn = ✖ { $number }：不再由 { $to } 負責。
request-told-lowering-accepted = ✅ { $number }：<b>{ $who }</b> 同意降到 { $level }。
request-told-lowering-refused = ↩️ { $number }：<b>{ $who }</b> <b>不同意</b>降到 { $level }：{ $answer }。{ $by }
request-told-lowering-lapsed = ⏰ { $number }：{ $minutes } 分鐘沒有領導確認，<b>不降級</b>。{ $by }
request-told-lowering-withdrawn = ✖ { $number }：降級的請求已收回。
request-climb-goes-on = 還沒有人接報，繼續逐級上報。
request-waits-referral = 📨 轉辦 { $to }：待接受，{ $due } 前
request-waits-lowering = ⬇️ 降到 { $level }：待領導確認，{ $due } 前
request-responsible = 👤 負責：{ $who }
request-responsible-accepted = { $who }（已接受）
request-responsible-asked = { $who }（待接受，{ $due } 前）
card-referred-taken = ↪️ <b>{ $by }</b> 轉辦 <b>{ $to }</b>，<b>{ $who }</b> { $at } 接受
referral-taken = ↪️ { $number }：<b>{ $by }</b> 轉辦 <b>{ $to }</b>，<b>{ $who }</b> 已接受。{ $phone }
priority-raised = ⬆️ { $number } <b>升級</b>：{ $before } → { $mark } <b>{ $after }</b>，{ $by }：{ $reason }
priority-lowered = ⬇️ { $number } <b>降級</b>：{ $before } → { $mark } <b>{ $after }</b>，{ $by }：{ $reason }
priority-confirmed = <b>{ $by }</b> 確認。
timeline-priority = { $before } → { $after }：{ $by }{ $leader }：{ $reason }
timeline-confirmed = （{ $by } 確認）
timeline-request = { $kind ->
    [referral] 轉辦
    [assignment] 指派
   *[lowering] 降級請求
 } { $to }：{ $step ->
    [asked] { $by } 提出{ $note }
    [accepted] { $by } 接受
    [refused] { $by } 不接受{ $note }
    [lapsed] 過時未答，退回
   *[withdrawn] 收回
 }
### A case as a file

button-export = 📤 匯出
button-export-word = Word
button-export-sheet = Excel
export-menu = 📤 匯出 <b>{ $number }</b> 的全部經過：版本、便條、問答、時限、呼叫、證據。要哪一種？
export-caption = 📤 { $number } 的經過，列印號 { $print }，{ $by }
export-title = { $number } 案件經過
export-file = 經過
export-printed = 列印時間 { $at } · 列印人 { $by } · 列印號 { $print }（日誌鏈第 { $print } 條，{ $hash }）
export-without-names = 群眾姓名和電話已略去（突發事件應對法第83條）
export-none = 無
export-overview = 概況
export-timeline = 經過
export-versions = 報告各版
export-calls = 呼叫
export-clocks = 時限
export-questions = 追問和回答
export-evidence = 證據
export-item-number = 編號
export-item-category = 類別
export-item-place = 地點
export-item-reported = 上報
export-item-figures = 傷亡等
export-item-grade = 等級
export-item-state = 狀態
export-col-item = 項目
export-col-value = 內容
export-col-at = 時間
export-col-what = 內容
export-col-version = 版本
export-col-by = 誰
export-col-changes = 寫了甚麼、改了甚麼
export-col-step = 步驟
export-col-called = 叫了誰
export-col-clock = 時限
export-col-due = 到期
export-col-met = 完成
export-col-met-by = 誰完成
export-col-over = 超出
export-col-reason = 原因
export-col-reason-by = 誰說明
export-col-source = 依據
export-col-kind = 種類
export-col-caption = 說明
export-col-size = 位元組
export-col-state = 存放
export-col-hash = SHA-256
export-forwarded = （轉發）
export-note = （值班室）
export-file-state = { $state ->
    [kept] 已存
    [big] 太大，只在 Telegram
    [gone] 取不到
    [waiting] 待取
    [fetching] 待取
   *[none] 未知
 }
timeline-verb-exported = 📤 { $by } 匯出

### The pulse

command-pulse = 態勢簡報：甚麼時候發給我
button-pulse-cases = 全部在辦
button-pulse-when = 簡報時間
button-pulse-now = 現在看一次
button-pulse-usual = 恢復預設
button-pulse-none = 不要簡報
button-pulse-urgent-on = ✅ 有 P0、P1 未結時每 { $hours } 小時
button-pulse-urgent-off = 有 P0、P1 未結時每 { $hours } 小時
button-pulse-approve = 預警 #{ $number } 審批
button-pulse-look = 預警 #{ $number } 覆看
button-pulse-grade = { $number } 定級
pulse-title = 📊 <b>態勢簡報</b> { $names } · { $at }
pulse-open = 在辦 <b>{ $number }</b> 件：{ $shown }
pulse-open-none = 沒有在辦的事件
pulse-calm = ✅ 平穩：{ $since } 以來沒有變化，沒有超時，沒有要定的事。
pulse-changes = <b>{ $since } 以來有變化 { $number } 件</b>
pulse-late = <b>晚了 { $number } 項</b>
pulse-decisions = <b>要您定 { $number } 項</b>
pulse-more = 還有 { $number } 項
pulse-what-new = 新
pulse-what-changed = 有變
pulse-what-closed = 辦結
pulse-what-false-alarm = 誤報
pulse-sign = 苗頭
pulse-case = { $mark } { $what } { $number } { $category } { $area }{ $figures }
pulse-late-calling = 🆘 { $number } 還沒有人接報，已 { $span }
pulse-late-clock = ⏰ { $number } { $name }：超 { $span }
pulse-late-follow-up = 📭 { $number } 續報未到：超 { $span }
pulse-late-hazards = ⛰ 久未處理的隱患 { $number } 處，最久 { $span }
pulse-late-handover = 🔁 { $name } 交接班沒有接：已 { $span }
pulse-late-review = 📝 { $number } 覆盤沒有寫：已 { $span }
pulse-decide-approve = 📢 預警 #{ $number }（{ $value }）待審批
pulse-decide-look = ⚡ 預警 #{ $number }（{ $value }）一人發佈，請覆看
pulse-decide-grade = ⚖️ { $number } 建議定為{ $value }，待確認
pulse-when = 📊 <b>態勢簡報</b>現在每天 { $times } 發給您。按時間打開或關掉：
pulse-when-none = 📊 <b>態勢簡報</b>現在不發給您。按時間打開：
button-pulse-referral = { $number } 轉辦
button-pulse-assignment = { $number } 指派
button-pulse-lowering = { $number } 降級
pulse-decide-referral = ↪️ { $number } 轉辦 { $value }，還沒有接
pulse-decide-assignment = 👤 { $number } 指派 { $value }，還沒有答
pulse-decide-lowering = ⬇️ { $number } 申請降到 { $value }，待同意
pulse-private = 簡報時間請私聊我設定：/pulse
pulse-not-for-you = 態勢簡報只發給帶班領導。

### Experts (会商)

button-consult = 會商專家
button-consult-send = 📨 發給 { $number } 位
button-consult-question = 寫問題
button-consult-all = 全部專家
button-consult-phoned = 已電話會商
button-consult-next = 請 { $name }
button-expert-answer = ✍️ 我來回答
button-expert-call = 請打電話給我
button-expert-cannot = 不能答
button-expert-stop = 到此為止
button-expert-other-reason = 其他原因，打字
button-expert-me = 我的專家資料
button-expert-fields = 改專業
button-expert-away = 暫停接受會商
button-expert-here = 恢復接受會商
role-expert = 專家
in-brackets = （{ $text }）
consult-line = 🎓 會商 { $done }/{ $all } 已答{ $slow }{ $more }
consult-slowest = ，最慢 { $minutes } 分鐘
consult-cannot = {" "}· { $number } 位不能答
consult-waits = {" "}· 等 { $names }
consult-title = 🎓 <b>{ $number } 會商</b>
consult-choose = 請誰？可以點幾位。☎ 沒有用 Telegram，要打電話。居民姓名電話不會發給專家。
consult-nobody-fits = 沒有合適的專家。點“全部專家”看看。
consult-register-empty = 沒有別的專家可請。名冊：python -m bot load experts.csv
consult-question = ❓ { $text }
consult-has-answered = ✅ { $name } · { $minutes } 分鐘：{ $text }
consult-has-refused = ✖ { $name } 不能答：{ $reason }
consult-was-withdrawn = ↩ { $name } 已撤回
consult-waiting = ⏳ { $name } 已等 { $minutes } 分鐘{ $phone }
consult-sent = 📨 { $number }：已發給 { $names }。
consult-to-phone = ☎ { $number }：{ $names } 請打電話，號碼在卡片下面。
consult-not-yours = 這是別人打開的。請自己點“會商專家”。
consult-nobody-chosen = 沒有選到人，或都已經請過了。
consult-asked-already = 這位已經請過了，或現在不能請。
toast-consulted = 🎓 已請
type-consult-question = { $name }，請<b>回覆這條訊息</b>：{ $number } 想問專家甚麼？
placeholder-consult-question = 如 坡體還會動嗎？要撤多遠？
type-consult-phoned = { $name }，請<b>回覆這條訊息</b>，寫專家在電話裏說的（{ $number }）。可以分三行：情況：… 建議：… 需要：…
placeholder-consult-phoned = 情況：… 建議：… 需要：…
consult-phone-kept = ☎ 已記下 { $number } 的電話會商。
consult-is-answered = 這位已經答了，見卡片下面。
consult-is-withdrawn = 事件已結束，會商已撤回。
consult-asked =
    🎓 <b>會商 { $number }</b>
    { $by }{ $phone } 請您看看：
consult-pin = 📍 { $lat }, { $lon }
consult-state-asked = 點“我來回答”（三問，可跳過），或直接<b>回覆這條訊息</b>。有人遇險先打 119、120。
consult-state-answered = ✅ 已答，謝謝。要補充就回覆這條訊息。
consult-state-refused = 您說了不能答。改變主意，點“我來回答”。
consult-state-withdrawn = 事件已結束，不用答了。謝謝。
consult-reminder = ⏰ { $number } 還在等您的意見。不能答也請點一下，值班室好另請別人。
consult-withdrawn = ↩ { $number } 已結束，會商撤回，不用答了。謝謝您。
consult-answer = 🎓 <b>{ $number } 會商</b> · { $name }{ $employer } · { $minutes } 分鐘{ $by }
consult-added = 🎓 <b>{ $number } 會商補充</b> · { $name }{ $employer }
consult-by-phone = {" "}· 電話，{ $by } 記
can-condition = <b>情況</b>：{ $text }
can-action = <b>建議</b>：{ $text }
can-need = <b>需要</b>：{ $text }
consult-call = ☎ <b>{ $number }</b> 專家 { $name }{ $employer } 收不到機械人的訊息，請打電話：{ $phone }
consult-call-wanted = ☎ <b>{ $number }</b> 專家 { $name }{ $employer } 請您打電話：{ $phone }
consult-no-phone = 沒有號碼
consult-refused = ✖ <b>{ $number }</b> 專家 { $name } 不能答：{ $reason }
consult-silent = ⏰ <b>{ $number }</b> 專家 { $name } { $minutes } 分鐘沒有回音。{ $phone }
consult-not-rung = ⏰ <b>{ $number }</b> 專家 { $name } 還沒有人打電話，已 { $minutes } 分鐘。{ $phone }
consult-other = 可以另請：{ $name }（{ $field }）
consult-nobody-else = 名冊裏沒有別的合適的專家。
expert-why-busy = 在忙，顧不上
expert-why-not-mine = 不是我的專業
expert-why-too-little = 資料太少，判斷不了
expert-tier-village = 本村
expert-tier-town = 本鎮
expert-tier-city = 全區
expert-mean = 約{ $minutes }分
expert-field-other = 其他
expert-prompt-condition = <b>{ $number }</b> { $step }/3 <b>情況判斷</b>：您看現在是甚麼情況，會怎麼發展？請打字。
expert-prompt-action = <b>{ $number }</b> { $step }/3 <b>建議行動</b>：現在該做甚麼，不該做甚麼？
expert-prompt-need = <b>{ $number }</b> { $step }/3 <b>需要甚麼</b>：您還要甚麼資料，現場還要甚麼？
expert-why = { $number }：為甚麼不能答？
expert-type-reason = { $number }：請打字寫原因。
placeholder-expert-reason = 不能答的原因
expert-thanks = ✅ { $number }：已送到值班室，謝謝您。
expert-stopped = 還沒有寫甚麼，問題留着。
expert-will-be-called = ☎ 已告訴值班室，請留意電話。
expert-refused = 已告訴值班室，會另請別人。謝謝。
expert-case-over = 事件已結束，不用答了。謝謝。
expert-answered-already = 您已經答過了。要補充就回覆那條訊息。
expert-nothing-said = 三問都跳過了，沒有內容，問題留着。
expert-words-please = 請打字回答。
expert-which = 有幾個會商在等您。請<b>回覆</b>您要答的那一條。
expert-me =
    🎓 { $name }
    專業：{ $fields }
    地區：{ $areas }
expert-is-away = ⏸ 現在暫停，不會請您會商。
expert-my-mean = 已答 { $number } 次，平均 { $minutes } 分鐘。
expert-no-fields = 還沒有寫，請點“改專業”
expert-not-listed = 您不在專家名冊裏。請問管理員。
expert-type-fields = 請打字寫您的專業，用空格或頓號隔開，如：地質、水利、溺水。
expert-fields-wrong = 沒有看懂。請寫 1 到 12 個專業，每個不超過 24 個字。/cancel 不改了。
timeline-verb-consulted = 🎓 { $by } 請專家會商{ $note }
timeline-verb-expert-answered = 🎓 { $by } 會商意見{ $note }
timeline-verb-expert-added = 🎓 { $by } 補充意見{ $note }
timeline-verb-expert-refused = ✖ { $by } 不能答{ $note }
timeline-verb-expert-silent = ⏰ 專家沒有回音{ $note }
timeline-verb-expert-wants-call = ☎ { $by } 請打電話{ $note }
timeline-verb-consult-withdrawn = ↩ 會商撤回{ $note }
home-expert =
    { $name }，您是會商<b>專家</b>。
    值班室要問您時，會在這裏發訊息。請保持有聲音：點“我來回答”，或直接回覆那條訊息。
help-expert =
    <b>專家怎麼用</b>
    · 會商訊息來了：點 <b>我來回答</b>，按 情況判斷、建議行動、需要甚麼 三問打字，可以跳過；或直接回覆那條訊息。
    · <b>請打電話給我</b>、<b>不能答</b> 也請點一下，值班室好安排。
    · 答完要補充，再回覆那條訊息。訊息裏沒有居民姓名電話，請不要轉發。
    · /start 看自己的資料：改專業、暫停接受會商。
## The daily message, and events that are followed

subscribe-digest = 每日匯總：{ $digest }
button-digest = 每日匯總
digest-none = 不用，每條馬上發
digest-chosen = { $levels }，每日 { $at }
digest-below-off = 不匯總
digest-below-blue = 只匯總提示
digest-below-yellow = 藍色及以下
digest-below-orange = 黃色及以下
digest-ask = <b>每日匯總</b>：級別低的預警不逐條發，每日合成一條。匯總前已解除、已過期的不再發。<b>橙色、紅色照樣馬上發。</b>
digest-ask-hour = 每日幾點？
digest-title = 🗞 <b>每日匯總</b>：{ $number } 條級別低的預警
digest-words = <blockquote>{ $words }</blockquote>
digest-more = 還有 { $number } 條，點下面的按鈕看。
skipped-digest = 每日匯總前已結束
why-digest = 🗞 { $name }：等每日匯總，{ $at } 發。
why-digested = 🗞 { $name }：{ $at } 放進了每日匯總。
alert-digest-count = 🗞 { $number } 人在每日匯總裏收
button-follow = 🔔 關注後續
button-unfollow = 🔕 不再關注
follow-followed = 🔔 已關注「{ $title }」：它有更新、解除，都會發給您。
follow-stopped = 🔕 已不再關注「{ $title }」。
follow-already = 您已經在關注這一條。
follow-subscribed = 您訂閱了這裏，後續會發給您，不用再關注。
follow-over = 這一條已經結束了。
follow-gone = 沒有這條預警。
follow-too-many = 最多同時關注 20 條。
follow-not = 您沒有在關注這一條。
follow-ended = 🔕 已不再關注 { $number } 條預警。
### The review of a case

button-review = 覆盤
button-review-write = 寫覆盤
button-review-waive = 不需要
button-review-skip = 跳過
button-review-save = 存下
button-review-again = 重寫
button-review-done = ✅ 已改好：{ $text }
review-ask = 📝 { $number }（{ $at } 辦結）請寫一份短覆盤，三句話就夠：做得好的、要改的、誰在何時前改。幾分鐘的事，直接回覆這條訊息就行。
review-part-good = 📝 { $number } <b>做得好的</b>是甚麼？也可以一條寫完：做得好的：… 要改的：… 誰在何時前改：…
review-part-change = <b>要改的</b>是甚麼？
review-part-items = <b>誰在何時前改</b>？一行一條，例如：李秀英 12月1日前 清排水溝。沒有就按 <b>跳過</b>。
review-why-not = { $number } 為甚麼不需要覆盤？寫一句理由，會留在經過裏。
review-preview = 📝 <b>{ $number } 覆盤</b>，看一遍，按 <b>存下</b>：
review-told-good = 👍 做得好的：{ $text }
review-told-change = 🔧 要改的：{ $text }
review-item = { $mark } { $who } · { $due }：{ $text }
review-day = { $day } 前
review-item-help = 寫了人和日子的，到日子會問一次；沒寫的只留在這裏。
review-no-day = 沒定日子
review-nobody = 沒定人
review-open = 📝 { $number } 還沒有覆盤。
review-waived = 📝 { $number } 不做覆盤：{ $reason }（{ $by } { $at }）
review-title = 📝 <b>{ $number } 覆盤</b>（{ $by } { $at }）
review-line-written = 📝 已覆盤（{ $by } { $at }）
review-line-waived = 📝 不做覆盤（{ $by } { $at }）
review-yours = 🔧 { $number } 覆盤裏有一項請您改：{ $text }。期限：{ $due }（{ $by } 寫）
review-item-due = 🔧 今天到期：{ $text }（{ $number } 覆盤，期限 { $due }）。改好了請按一下。
review-item-done = 已記：改好了。
review-kept = 已存下 { $number } 的覆盤，在經過和匯出裏都有。
review-waived-kept = 已記下：{ $number } 不做覆盤。
export-review = 覆盤
review-row-by = 寫的人
review-row-reason = 不做的理由
review-row-good = 做得好的
review-row-change = 要改的
review-gone = 這件事沒有要寫的覆盤。
review-over = 這份覆盤已經寫好，或已定為不做。
review-later = 好，先不寫。要寫時在卡片的選單裏按 <b>覆盤</b>。
review-tap-save = 請看一遍，按 <b>存下</b> 或 <b>重寫</b>。
review-in-private = 已發到您的私聊，請在那裏寫。
review-open-me = 請先私聊我按一次“開始”，再來寫。
timeline-verb-reviewed = 📝 { $by } 寫了覆盤{ $note }
timeline-verb-review-waived = 📝 { $by } 定為不做覆盤{ $note }
timeline-verb-review-asked = 📝 請人寫覆盤
timeline-verb-review-item-done = ☑️ { $by } 改好了{ $note }
timeline-verb-review-item-due = 🔧 改進項到期{ $note }
### The case log, read (/log)

command-log = 日誌：誰、何時、做了甚麼；鏈是否完整
log-title = 📜 <b>日誌</b>（最新在前）
log-chain-whole = 🔗 鏈完整：{ $lines } 條，最後校驗 { $at }
log-chain-unknown = 🔗 鏈還在第一次校驗，過幾分鐘再看
log-chain-broken = ⛔ <b>鏈在第 { $line } 條斷了</b>：{ $fault ->
    [a-line-is-missing] 少了一條
    [does-not-follow-the-line-before] 和前一條接不上
    [the-line-was-changed] 這一條被改過
    [the-words-were-changed] 這一條的內容被改過
   *[the-last-lines-are-missing] 末尾少了
 }。校驗 { $at }
alarm-chain-broken = ⛔ <b>日誌鏈在第 { $line } 條斷了</b>：{ $fault ->
    [a-line-is-missing] 少了一條
    [does-not-follow-the-line-before] 和前一條接不上
    [the-line-was-changed] 這一條被改過
    [the-words-were-changed] 這一條的內容被改過
   *[the-last-lines-are-missing] 末尾少了
 }。數據庫可能被人動過：保留現狀，和最近的備份比對。看 /log
log-asked = 🔎 { $query }
log-line = <b>#{ $id }</b> { $at } { $subject } · { $what }
log-subject = { $kind ->
    [person] 人員
    [alert] 預警
    [drill] 演練
    [broadcast] 通知
    [tip] 線索
    [handover] 交接
    [call] 叫應
    [zero] 零報告
    [policy] 規則
   *[channel] 頻道
 } { $number }
log-itself = 日誌
log-erased = 已依法刪除（{ $verb }）
log-nothing = 沒有找到。
log-how = 查一件、一人、一天：/log 派潭-261123-01，/log 陳值班，/log 2026-11-22。查看也記入日誌。
log-not-yours = 只有帶班領導和管理員能看日誌。
log-in-private = 日誌請在私聊裏看：給我發 /log。
log-coming = 表格馬上就到。
log-name = 日誌
log-cut = 只有最新的 { $number } 條
log-caption = 📜 日誌 { $lines } 條，列印號 { $print }
button-log-sheet = 📤 匯出 Excel
export-col-line = 序號
export-col-subject = 關於
export-col-verb = 動作
timeline-verb-listed = 📋 零報告清單已發
timeline-verb-group-bound = { $by } 綁定值班群{ $note }
timeline-verb-group-lost = { $by } 值班群聯絡不上{ $note }
timeline-verb-on-duty = { $by } 換班{ $note }
timeline-verb-roster-changed = { $by } 改值班表{ $note }
timeline-verb-enrolled = { $by } 登記{ $note }
timeline-verb-invited = { $by } 發邀請{ $note }
timeline-verb-claimed-by-phone = { $by } 憑手機號認領崗位{ $note }
timeline-verb-policy-made = { $by } 改升級規則{ $note }
timeline-verb-policy-ended = { $by } 停用升級規則{ $note }
timeline-verb-drafted = { $by } 起草{ $note }
timeline-verb-published = { $by } 發佈{ $note }
timeline-verb-sent = { $by } 發出{ $note }
timeline-verb-sent-again = { $by } 補發{ $note }
timeline-verb-called = { $by } 叫應{ $note }
timeline-verb-started = { $by } 開始{ $note }
timeline-verb-ended = { $by } 結束{ $note }
timeline-verb-finished = { $by } 完成{ $note }
timeline-verb-expired = { $by } 到期{ $note }
timeline-verb-received = { $by } 收到{ $note }
timeline-verb-reminded = { $by } 提醒{ $note }
timeline-verb-unreached = { $by } 沒叫到{ $note }
timeline-verb-missed = { $by } 漏了一步，已補{ $note }
timeline-verb-drill-report = { $by } 演練報告{ $note }
timeline-verb-duty-note = { $by } 記交接事項{ $note }
timeline-verb-duty-note-done = { $by } 交接事項辦完{ $note }
timeline-verb-evidence = { $by } 收到證據{ $note }
timeline-verb-evidence-kept = { $by } 證據已存{ $note }
timeline-verb-evidence-big = { $by } 證據太大，只在 Telegram{ $note }
timeline-verb-evidence-gone = { $by } 證據取不到{ $note }
timeline-verb-suspected = { $by } 疑似重複{ $note }
timeline-verb-supplemented = { $by } 補充{ $note }
timeline-verb-supplement = { $by } 補充{ $note }
timeline-verb-followup = { $by } 續報{ $note }
timeline-verb-correction = { $by } 更正{ $note }
timeline-verb-final = { $by } 終報{ $note }
timeline-verb-verified = { $by } 核報{ $note }
timeline-verb-late = { $by } 補報{ $note }
timeline-verb-element-added = { $by } 補要素{ $note }
timeline-verb-log-read = { $by } 查看日誌{ $note }
timeline-verb-log-exported = { $by } 匯出日誌{ $note }

## The second look that is chased, 同时叫应, posters by a button

alert-look-late = ⚡ 第 { $number } 號由 <b>{ $by }</b> 一人緊急發布，已過 { $since }，<b>還沒有人覆看</b>。已再次提醒：{ $names }。
alert-look-nobody = ⚡ 第 { $number } 號由 <b>{ $by }</b> 一人緊急發布，<b>沒有聯絡得上的另一位審批人可以覆看</b>。請讓有審批權的人打開我。
button-call-too = 📣 同時叫應
call-draft-first = 您還在起草另一條預警，先提交或取消它，再點這裏。
button-poster = 🖨 海報
poster-toast = 正在做，馬上發來。

## A loudspeaker's script as audio

script-recording = 🔈 「{ $title }」的錄音（{ $voice }，讀兩遍），可以直接放大喇叭。人來讀更清楚。
script-voice-cmn = 普通話
script-voice-yue = 粵語

## 給居民的機械人（PUBLIC_BOTS）

public-duty-bot = 值班機械人
public-staff-elsewhere = ⚠️ 這裏只服務居民，<b>沒有收到任何上報</b>。
    您的工作（上報、接報、值班）請在 { $bot } 辦理：
    { $link }
public-elsewhere = 這裏只服務居民。這件事請在 { $bot } 辦理：
    { $link }

    本機械人能做的：/subscribe 訂閱預警 · /tip 報告情況 · /shelter 避險點 · /help
public-tap-elsewhere = 這裏只服務居民，這一步沒有辦成。請打開 { $bot } 辦理。
### Commanders and experts in a handover

handover-commander = 🦺 { $number } 現場指揮：{ $name }
handover-commander-asked = 🦺 { $number } 請 { $name } 擔任現場指揮：待答覆
handover-expert = 🎓 { $number } 會商 { $name }：待答覆
command-news-carried = 🦺 <b>{ $name }</b> 繼續擔任 { $number } 的現場指揮（兩件已合併）。
