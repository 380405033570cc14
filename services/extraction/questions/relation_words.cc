#include "services/extraction/questions/relation_words.h"

namespace isnad::extraction {

const std::vector<RelationWordRow>& RelationWords() {
  constexpr TriggerKind kVerb = TriggerKind::kVerb;
  constexpr TriggerKind kReversed = TriggerKind::kReversedVerb;
  constexpr TriggerKind kAgent = TriggerKind::kAgentNoun;
  constexpr TriggerKind kPatient = TriggerKind::kPatientNoun;
  static const auto* rows = new std::vector<RelationWordRow>{
      {"JOINED", kVerb, 0.85, "join|move to|sign with|go to|switch to|defect to",
       "انضم|التحق|انتقل|انضمام|التحاق|انتقال|ينضم|يلتحق"},
      {"JOINED", kReversed, 0.7, "hire|recruit|poach|lure|bring in|snap up|sign up",
       "استقطب|وظف|ضم|جذب|اجتذب|خطف|استقطاب|توظيف|استعان|يستقطب|جند"},
      {"HIRED_FROM", kVerb, 0.6, "hire from|poach from|recruit from|lure from|come from",
       "استقطب من|استقطاب|وظف من|خطف|جاء من|قدم من"},
      {"HIRED_FROM", kVerb, 0.75, "work before|work previously|worked before|previously work",
       "عمل سابقا|يعمل سابقا|عمل قبل|يعمل قبل"},
      {"LEFT", kVerb, 0.85,
       "leave|quit|depart|resign|exit|step down|walk out|departure|resignation|step away|part ways",
       "غادر|رحل|استقال|ترك|مغادرة|رحيل|استقالة|انسحب|تنحى|تخلى|يغادر|يستقيل|خرج "
       "من|انسحاب|تنحي|ودع"},
      {"LEFT", kReversed, 0.6, "fire|oust|dismiss|sack|remove", "أقال|إقالة|أقيل|طرد|عزل|يقيل"},
      {"HOLDS_ROLE", kVerb, 0.75,
       "work as|serve as|work at|work for|hold the position|position|in charge of",
       "يشغل|شغل|منصب|يتولى|يترأس|يعمل في|يعمل لدى|عمل في"},
      {"HOLDS_ROLE", kVerb, 0.6, "lead|run|head|oversee", "يقود|قاد|يدير|يرأس|أدار"},
      {"APPOINTED", kReversed, 0.75, "appoint|name as|promote|tap|pick|nominate|hire as",
       "عين|تعيين|كلف|رقى|سمى|يعين|نصب|تكليف"},
      {"APPOINTED", kVerb, 0.75, "become|take over as|take over from|be named",
       "أصبح|تولى|يصبح|تولي|صار"},
      {"APPOINTED", kVerb, 0.75, "replace|succeed|fill in|stand in|step in|take charge",
       "خلف|يخلف|عوض|يعوض|ناب عن|ينوب عن|حل محل|يحل محل|حل مكان|يحل مكان|أخذ مكان|تسلم رئاسة|تسلم "
       "منصب|تسلم قيادة|تسلم "
       "إدارة|استلم منصب|استلم إدارة"},
      {"LAID_OFF", kVerb, 0.85,
       "lose job|job will go|job go|job loss|job be lost|let people go|laid-off|make cuts", ""},
      {"LAID_OFF", kVerb, 0.85,
       "lay off|layoff|cut jobs|job cuts|job cut|let go|cut staff|redundancy|shed jobs|make "
       "redundant",
       "سرح|تسريح|استغنى|الاستغناء|تسريحات|يسرح|يستغني|سرحت|خفض الوظائف|شطب"},
      {"LAID_OFF", kVerb, 0.5, "fire|dismiss|cut", "فصل|أقال|طرد"},
      {"INVESTED_IN", kVerb, 0.85,
       "invest|put into|pour into|investment|inject|pump into|back|plough into|plow into",
       "استثمر|ضخ|استثمار|يستثمر|مول|تمويل|استثمارات"},
      {"INVESTED_IN", kVerb, 0.6, "pay|spend|stake", "دفع|أنفق|حصة|يدفع"},
      {"INVESTED_IN", kVerb, 0.85,
       "lead round|lead funding|take part in round|participate in round|join round",
       "قاد جولة|تزعم جولة|شارك في تمويل|شارك في جولة|ساهم في تمويل|ساهم في جولة"},
      {"INVESTED_IN", kAgent, 0.75, "investor|backer|shareholder", "مستثمر|ممول|مساهم"},
      {"ACQUIRED", kVerb, 0.8, "pay for", "بيع|بيعت|باع|باعت"},
      {"INVESTED_IN", kVerb, 0.8, "put in|put money", "وضع في|وضعت في|ساهم|ساهمت"},
      {"LEFT", kVerb, 0.6, "go|move on", ""},
      {"PLANS_RELEASE", kVerb, 0.65, "due|come out|expect|schedule|slate|be ready|see the light",
       "ينتظر|مقرر|متوقع|جاهز|يرى النور|ترى النور|موعد"},
      {"ACQUIRED", kVerb, 0.85, "acquire|buy|purchase|take over|acquisition|takeover|buyout",
       "استحوذ|اشترى|استحواذ|شراء|يستحوذ|يشتري|ابتاع"},
      {"PARTNERED_WITH", kVerb, 0.8,
       "partner|cooperate|collaborate|team up|partnership|alliance|collaboration|join forces",
       "تعاون|شراكة|شراكات|تحالف|تعاونت|يتعاون|اتفاقية تعاون|اتفاقية شراكة|شارك مع"},
      {"PARTNERED_WITH", kVerb, 0.6, "sign|agreement|contract|deal|work with",
       "وقع|اتفاقية|اتفاق|اتفاقيات|صفقة|عمل مع|العمل مع"},
      {"FOUNDED", kVerb, 0.85, "found|co-found|establish|set up",
       "أسس|أنشأ|تأسيس|شارك في تأسيس|يؤسس|تأسست"},
      {"FOUNDED", kAgent, 0.85, "founder|co-founder|cofounder", "مؤسس|مؤسسو|مؤسسي|مؤسسون"},
      {"OFFERED_PAY", kVerb, 0.7,
       "offer|salary|compensation|pay package|bonus|remuneration|signing bonus|compensation "
       "package",
       "عرض|راتب|رواتب|مكافأة|أجر|أجور|تعويضات|حزمة|عروض|حزم"},
      {"REORGANIZED", kVerb, 0.8,
       "reorganize|restructure|reorganization|restructuring|shake up|shake-up|reshuffle|overhaul",
       "هيكلة|إعادة هيكلة|إعادة تنظيم|هيكل"},
      {"REORGANIZED", kVerb, 0.65, "split|divide|merge|break up", "قسم|قسمت|دمج|تقسيم|فصل|وزع"},
      {"RELEASED", kVerb, 0.8, "release|launch|unveil|introduce|roll out|debut|ship",
       "أطلق|أصدر|طرح|إطلاق|إصدار|أطلقت|دشن|يطلق"},
      {"RELEASED", kVerb, 0.5, "reveal", "كشف عن"},
      {"PLANS_RELEASE", kVerb, 0.75,
       "plan to release|plan to launch|will launch|will release|intend to launch|set to "
       "launch|release date|"
       "next model|upcoming model|next-generation model|next generation model|going to release",
       "يعتزم إطلاق|يخطط لإطلاق|الجيل القادم|ستطلق|سيطلق|ستطرح|تعتزم إطلاق|موعد إطلاق|تنوي إطلاق"},
      {"DELAYED", kVerb, 0.85,
       "delay|postpone|push back|put off|behind schedule|slip|postponement|miss date|miss "
       "deadline|miss target",
       "أجل|تأجيل|تأخر|أرجأ|تأخير|إرجاء|يؤجل|تأجل|انزلق"},
      {"BUILDS_FACILITY", kVerb, 0.7,
       "build|construct|data center|data centre|factory|plant|facility|campus",
       "بنى|بناء|إنشاء|شيد|مركز بيانات|مراكز بيانات|مصنع|يبني|تشييد|منشأة|أقام|تنفيذ|نفذ|ينفذ"},
      {"COSTS", kVerb, 0.8, "cost|price|priced|how expensive|worth",
       "كلف|تكلفة|كلفة|سعر|ثمن|يكلف|تكاليف"},
      {"STATED", kVerb, 0.7,
       "say|state|announce|claim|tell|comment|remark|describe|confirm|respond|reply|rate|think|"
       "predict|react",
       "قال|أعلن|صرح|ذكر|أكد|أوضح|رأى|وصف|علق|كشف|رد|يرى|يقول|زعم|اعتبر|قيم|يصف"},
      {"DENIED", kVerb, 0.85, "deny|refute|denial|reject", "نفى|أنكر|نفي|كذب|ينفي|إنكار"},
      {"DENIED", kVerb, 0.65, "admit|acknowledge|dispute|confess", "اعترف|أقر|اعتراف|يعترف"},
      {"CRITICIZED", kVerb, 0.85,
       "criticize|criticise|attack|slam|condemn|mock|criticism|blame|denounce|lash out",
       "انتقد|هاجم|انتقاد|اتهم|ندد|سخر|ينتقد|أدان|لام|انتقادات|عاب|يعيب|استنكر"},
      {"CRITICIZED", kVerb, 0.5, "describe|call", "وصف|نعت"},
      {"COMPETES_WITH", kVerb, 0.75, "compete|rival|competition", "نافس|ينافس|منافسة|تنافس"},
      {"COMPETES_WITH", kAgent, 0.75, "competitor|rival|competing with",
       "منافس|منافسو|منافسي|منافسين"},
      {"PART_OF", kVerb, 0.75, "part of|belong to|subsidiary|unit of|division of|owned by",
       "تابع|تابعة|يتبع|تتبع|مملوكة|جزء من|ذراع"},
      {"PART_OF", kReversed, 0.75, "own", "امتلك|يملك|تملك"},
      {"PART_OF", kPatient, 0.75, "parent|parent company|owner", "الشركة الأم|مالك|الشركة المالكة"},
      {"HEADCOUNT", kVerb, 0.75,
       "employ|headcount|workforce|how many employees|number of employees|size of the team|staff",
       "عدد موظفي|عدد العاملين|عدد الموظفين|يضم|يوظف|عدد عمال"},
      // Beside who works there as what, the same words ask how many do.
      {"HEADCOUNT", kVerb, 0.5, "work at|work for|work in|people work|employees work",
       "يعمل في|يعمل لدى|يعمل لدي|يشتغل في|تشغل|يشغل"},
      {"SUPPLIES", kVerb, 0.75, "supply|provide|sell to", "زود|ورد|يزود|يورد|تزويد|توريد"},
      {"SUPPLIES", kAgent, 0.75, "supplier|vendor|provider|data supplier",
       "مورد|موردو|موردي|مزود|مزودي|موردين"},
      // Idioms of the newsroom, and what questions say for the words of articles.
      {"JOINED", kVerb, 0.75, "jump ship to|land at|turn up at|sign on with|start work at|rejoin",
       "ذهب إلى|يذهب إلى|انتقال إلى|حط رحاله"},
      {"JOINED", kReversed, 0.7, "take on|draft in|bring on board|scoop up|sign on|add to team",
       ""},
      {"HIRED_FROM", kVerb, 0.75,
       "snatch from|prise from|tempt from|entice from|headhunt from|bring over from|draft in from",
       "انتزع من|اقتنص من|استقدم من"},
      {"LEFT", kVerb, 0.8,
       "bow out|call it quits|throw in the towel|jump ship|stand down|retire|walk away|vacate|"
       "part company|say goodbye|hand over the reins",
       "تقاعد|يتقاعد|ترجل|غادر منصب|ترك منصب"},
      {"LEFT", kReversed, 0.7, "push out|force out|edge out|boot out|relieve of|show the door",
       "أعفى|أعفي|أطاح|عزل من"},
      {"APPOINTED", kReversed, 0.75, "put in charge|install as|elevate|draft in as|bring in as",
       "أسند|أوكل|أسندت رئاسة|استعان ب"},
      {"APPOINTED", kVerb, 0.75,
       "take the helm|take helm|take the reins|take charge|take up post|take up role|take up job|"
       "take up position|assume role|assume post|assume office|step up as",
       "باشر مهام|يباشر مهام|ترأس"},
      {"LAID_OFF", kVerb, 0.85,
       "axe job|axe staff|axe worker|slash job|slash workforce|trim workforce|trim staff|pink slip|"
       "shed staff|shed worker|cut headcount|cut workforce|cut worker|cut position|eliminate job|"
       "eliminate position|out of work|out of a job|make redundant|dispense with",
       "فقد عمل|يفقد عمل|فقد وظيفة|يفقد وظيفة|خسر وظيفة|يخسر وظيفة|إلغاء وظائف|ألغى وظائف|أنهى "
       "خدمات|تقليص العمالة"},
      {"INVESTED_IN", kVerb, 0.8, "bankroll|sink into|stump up|chip in|put up money|raise from",
       "دخل رأسمال|دخول رأسمال|ضخ أموال"},
      {"INVESTED_IN", kAgent, 0.8, "lead backer|lead investor|main backer|anchor investor",
       "قائد الجولة|المستثمر الرئيسي"},
      {"ACQUIRED", kVerb, 0.8, "snap up|swoop for|gobble up|swallow up|scoop up|buy out|swallow",
       "ابتلع|اقتنص|اقتنى"},
      {"PARTNERED_WITH", kVerb, 0.8,
       "tie up with|link up with|pair up with|join hands|ally with|strike a deal|ink a deal|tie-up",
       "تكاتف|تشارك مع|أبرم اتفاق"},
      {"FOUNDED", kVerb, 0.75, "start up|strike out on own|go it alone", "أقام شركة|أنشأ شركة"},
      {"REORGANIZED", kVerb, 0.8,
       "fold into|combine into|carve out|hive off|streamline|revamp|consolidate|spin off",
       "ضم قسم|توحيد"},
      {"RELEASED", kVerb, 0.65, "bring out|put out|take the wraps off|hit the market|put on sale",
       "أزاح الستار|أتاح"},
      {"PLANS_RELEASE", kVerb, 0.7,
       "go on sale|hit the market|hit store|hit shelf|arrive in store|come to market|reach store|"
       "suppose to come out|become available",
       "نزول|ينزل|يصل إلى الأسواق|يتوفر"},
      {"DELAYED", kVerb, 0.85,
       "hold up|put back|push out|set back|run late|defer|put on hold|put on ice|"
       "later than planned|later than expected",
       "تعطل|زحزح|رحل موعد"},
      {"COSTS", kVerb, 0.85,
       "price tag|retail for|sell for|starting price|asking price|buyer pay|customer pay|"
       "shopper pay|consumer pay",
       "يباع ب|ستباع|سيباع|تباع ب"},
      {"DENIED", kVerb, 0.8,
       "rule out|shoot down|pour cold water|brush off|brush aside|knock down|bat away|quash",
       "فند|دحض|استبعد"},
      {"CRITICIZED", kVerb, 0.8,
       "hit out|take aim|take a swipe|take a dig|lay into|tear into|round on|lambast|poke fun|"
       "make fun|take issue|find fault|chide|rebuke|complain|complaint|gripe|jibe",
       "تهكم|استهزأ|استخف|شكا|يشكو|تذمر|تندر|آخذ على"},
      {"COMPETES_WITH", kVerb, 0.8,
       "up against|go head to head|lock horns|vie with|square up|go toe to toe|jostle|"
       "contend with",
       "زاحم|يزاحم|تزاحم|نازع"},
      {"COMPETES_WITH", kAgent, 0.75, "arch-rival|archrival|main rival|challenger", "غريم|مزاحم"},
      {"PART_OF", kVerb, 0.7, "offshoot of|arm of|wing of|in the hands of", "مملوك ل|فرع من"},
      {"HEADCOUNT", kVerb, 0.75,
       "payroll|number of workers|number of staff|how many worker|how big is the team|staff number",
       "قوة عاملة|القوة العاملة|كادر"},
      {"SUPPLIES", kVerb, 0.75, "make for|build for|manufacture for|feed with|equip|kit out",
       "مد ب|أمد|يمد|تمد|جهز"},
      {"SUPPLIES", kReversed, 0.7, "source from|procure from|order from|buy in from",
       "استورد من|يستورد من|تزود من"},
      // Idioms of Arabic questions; the subject may stand behind the verb.
      {"FOUNDED", kVerb, 0.85, "",
       "وضع اللبنات|وضع لبنات|وضع اللبنة|أرسى دعائم|أرسى أسس|أرسى قواعد"},
      {"FOUNDED", kVerb, 0.85, "behind creation|behind founding|behind launch of company", ""},
      {"INVESTED_IN", kVerb, 0.85,
       "head round|head financing|head funding|front round|spearhead round|anchor round|lead "
       "financing|lead raise",
       "تصدر المستثمرين|تصدر جولة|تصدر الجولة|تصدر قائمة المستثمرين|تقدم المستثمرين|تزعم تمويل"},
      {"APPOINTED", kVerb, 0.75, "", "تسلم دفة|استلم دفة|تسلم زمام|دفة|مقاليد"},
      {"FOUNDED", kAgent, 0.85, "", "صاحب فكرة|صاحبة فكرة|أصحاب فكرة|العقل المدبر"},
      {"FOUNDED", kVerb, 0.65, "", "رأى النور|يرى النور|أبصر النور|خرج إلى النور"},
      {"RELEASED", kVerb, 0.7, "",
       "رأى النور|أبصر النور|خرج إلى النور|كشف النقاب|رفع الستار|أماط اللثام|نزل السوق|"
       "نزل إلى السوق|نزل إلى الأسواق"},
      {"PLANS_RELEASE", kVerb, 0.7, "",
       "ينزل السوق|ينزل إلى السوق|ينزل إلى الأسواق|يطرح للبيع|يصبح متاح"},
      {"ACQUIRED", kVerb, 0.8, "",
       "وضع يده|وضعت يدها|وضع اليد|بسط سيطرته|بسطت سيطرتها|أحكم سيطرته|أحكمت سيطرتها|"
       "أحكمت قبضتها"},
      {"ACQUIRED", kAgent, 0.75, "", "المالك الجديد|المالكة الجديدة|الجهة المشترية"},
      {"INVESTED_IN", kVerb, 0.85, "",
       "شارك في الجولة|ساهم في الجولة|دخل في جولة|دخل الجولة|دخل شريك|انضم إلى جولة|قاد الجولة|"
       "تزعم الجولة|تصدر الجولة|وضع ماله|وضع أمواله|وضعت أموالها"},
      {"INVESTED_IN", kAgent, 0.75, "", "الجهات الممولة|جهة ممولة|داعم مالي"},
      {"LEFT", kVerb, 0.8, "",
       "يكمل مع|تكمل مع|يستمر مع|تستمر مع|أدار ظهره|أدارت ظهرها|حزم حقائبه|حزمت حقائبها|"
       "قدم استقالته|قدمت استقالتها|تقدم باستقالته|تقدمت باستقالتها|سلم الدفة|سلم الراية|"
       "سلم القيادة|أخلى منصبه|أخلى مقعده|ترك مقعده|تركت مقعدها|ترك كرسي|أنهى مشواره|شد الرحال"},
      {"LEFT", kReversed, 0.75, "", "أبعد عن منصب|أجبر على الاستقالة"},
      {"JOINED", kVerb, 0.75, "",
       "حط الرحال|حطت رحالها|شد الرحال إلى|التحق بركب|محطته الجديدة|محطتها الجديدة|محطته التالية|"
       "محطته المقبلة|محطتها المقبلة|وجهته الجديدة|وجهتها الجديدة|وجهته التالية"},
      {"HIRED_FROM", kVerb, 0.75, "", "سحب من|جلب من|استدرج من|سرق من"},
      {"APPOINTED", kVerb, 0.75, "",
       "جلس على كرسي|يجلس على كرسي|جلس على مقعد|اعتلى كرسي|تسلم الدفة|تسلم دفة|تسلم الراية|"
       "تسلم زمام|أمسك بزمام|أمسك بدفة|سد الفراغ|ملأ الفراغ|سد مكان|أخذ محل|جاء مكان"},
      {"APPOINTED", kReversed, 0.75, "", "عهد إلى|وقع الاختيار|وقع اختيار"},
      {"LAID_OFF", kVerb, 0.85, "",
       "فقد مصدر رزق|خسر مصدر رزق|أنهى عقود|إنهاء عقود|إنهاء خدمات|صرف من العمل|صرف من الخدمة|"
       "أحيل إلى البطالة|تخفيض العمالة|خفض العمالة|تخفيض عدد|خفض عدد|تقليص عدد|وظيفة تختفي|"
       "وظائف تختفي|وظيفة تلغى|وظائف تلغى|وظيفة تزول|حذف وظائف"},
      {"HEADCOUNT", kVerb, 0.9,
       "people are left|employees are left|workers are left|staff are left|"
       "people remain|employees remain|workers remain|staff remain|people remained|employees "
       "remained",
       "موظف بقي|عامل بقي|شخص بقي|موظف تبقى|عامل تبقى|موظف يبقى|موظف يتبقى|موظف ظل"},
      {"HEADCOUNT", kVerb, 0.8, "",
       "بقي من الموظفين|بقي من العاملين|بقي من العمال|تبقى من الموظفين|تبقى من العاملين|"
       "حجم الفريق|حجم العمالة|حجم الكادر|تعداد الموظفين|تعداد العاملين"},
      {"REORGANIZED", kVerb, 0.75, "",
       "ترتيب البيت|رتب بيته|رتبت بيتها|ترتيب الأوراق|توزيع الأدوار|إعادة توزيع"},
      {"DELAYED", kVerb, 0.8, "",
       "أخلف موعد|أخلفت موعدها|فات الموعد|تزحزح|تخلف عن موعد|وضع على الرف|وضعت على الرف|"
       "راوح مكانه|تراوح مكانها"},
      {"BUILDS_FACILITY", kVerb, 0.7, "",
       "وضع حجر الأساس|حجر الأساس|يقوم مصنع|يقوم المصنع|فتح أبواب|فتحت أبوابها|فتح أبوابه"},
      {"COSTS", kVerb, 0.85, "",
       "يدفع المشتري|يدفع الزبون|يدفع المستخدم|يدفع المشترك|يدفع العميل|يدفع المستهلك"},
      {"OFFERED_PAY", kVerb, 0.7, "", "إغراء مالي|إغراءات مالية"},
      {"CRITICIZED", kVerb, 0.75, "",
       "ألقى باللوم|ألقى اللوم|حمل مسؤولية|حمل المسؤولية|صب غضبه|صب جام|"
       "فتح النار|شن هجوم|وجه سهام|اعترض على"},
      {"DENIED", kVerb, 0.8, "", "نأى بنفسه|نأت بنفسها|غسل يده|غسلت يدها|نفض يده|نفضت يدها"},
      {"COMPETES_WITH", kVerb, 0.75, "", "سحب البساط"},
      {"PARTNERED_WITH", kVerb, 0.75, "",
       "وضع يده في يد|وضعت يدها في يد|مد يده|ضم جهوده|عقد شراكة|دخل في شراكة"},
      {"PART_OF", kVerb, 0.75, "",
       "تعود ملكية|عادت ملكية|تعود ملكيته|تعود ملكيتها|انضوى تحت|ينضوي تحت"},
      {"PART_OF", kPatient, 0.7, "",
       "صاحب الشركة|صاحبة الشركة|صاحبة المنصة|صاحبة التطبيق|صاحبة العلامة"},
      // Single words of questions that the news seldom says: they lend no terms to others.
      {"LEFT", kReversed, 0.65, "", "أزاح|أزيح|أقصي"},
      {"HIRED_FROM", kVerb, 0.65, "", "استقدم"},
      {"DELAYED", kVerb, 0.65, "", "أعاق|يعيق|عرقل|يعرقل"},
      {"OFFERED_PAY", kVerb, 0.65, "", "يتقاضى|تقاضى|يقبض"},
      {"CRITICIZED", kVerb, 0.65, "", "مأخذ|مآخذ|مؤاخذة|وبخ"},
      {"DENIED", kVerb, 0.65, "", "تبرأ"},
      {"COMPETES_WITH", kVerb, 0.65, "", "قارع|يقارع|يصارع"},
      {"SUPPLIES", kVerb, 0.65, "", "مون|يمون|يغذي"},
  };
  return *rows;
}

const char* FaintEnglishWords() {
  return "have|start|open|call|name|cut|form|fund|create|deal|sign|role|title|job|head|run|go "
         "to|see|think|"
         "published|publish|found|work as|late|worth|staff|who "
         "is|president|boss|director|tap|pick|plant|"
         "ship|introduce|attack|package|pay|own|parent|division|owner|what does say|according "
         "to|dispute|"
         "admit|acknowledge|describe|rate|explain|tell|come from|race|competition|team size";
}

const char* FaintArabicWords() {
  return "موظف|عدد|أخر|يعمل|مركز|قسم|وظائف|دور|عرض|قدم|عمل|جاء|خطط|تنظيم|رئيس|مدير|وقع|تبلغ|كشف|"
         "سباق|إنشاء|"
         "ورد|كبير|تحول|عاد|أشار|تحدث|طلب|أضاف|نقل|ضم|قاد|أخذ|وصف|اعترف|أقر|أعلن|ذكر|فصل|منح|دخل|"
         "خرج|شمل|كان|"
         "ضخم|جزء|وحدة|فريق|رأى|يرى|كتب|نشر|بلغ|وصل|قال|رفض|عارض|حصل|فتح|أجرى|جمع|أتى|انتهى|سحب";
}

}  // namespace isnad::extraction
