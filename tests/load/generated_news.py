"""News of many people and companies in any number, all different, with questions about them."""

import datetime

GIVEN = ["سامر", "ليلى", "كريم", "نادين", "ياسر", "هدى", "طارق", "ريم", "وائل", "منى", "فادي",
         "سلمى", "عمر", "دانة", "أيمن", "جمانة", "بلال", "رنا", "حازم", "لمى", "زياد", "هالة",
         "ماهر", "سوسن", "نبيل", "غادة", "رامي", "عبير", "باسل", "ميساء"]
MIDDLE = ["", "خالد ", "حسن ", "سعيد ", "محمود ", "يوسف ", "إبراهيم ", "علي "]
FAMILY = ["الحلبي", "منصور", "الشامي", "خوري", "بدران", "العمري", "سلمان", "الأحمد", "قاسم",
          "حداد", "نصار", "عيسى", "الدوسري", "بنعلي", "المرزوقي", "الهاشمي", "شاهين", "عساف",
          "الرفاعي", "الكندي", "بوزيد", "الزهراني", "مرعي", "الطيب", "جابر", "الخطيب"]
FIRST = ["سديم", "واحة", "مدار", "رواد", "أفق", "نسيم", "بوصلة", "قمم", "جسور", "رمال", "ميناء",
         "ضفاف", "سنابل", "مرجان", "نخيل", "ومضة", "صدى", "شراع", "منارة", "غيمة", "نواة", "لآلئ",
         "براعم", "ثريا", "هلال", "رابية", "زمرد", "فنار", "سراج", "وتد"]
FIELD = ["تك", "كابيتال", "موتورز", "تيليكوم", "لابس", "كلاود", "إنرجي", "فارما", "لوجستيكس",
         "ميديا", "روبوتكس", "فينتك", "سيميكوندكتور", "إيرويز", "غيمز", "بايو", "داتا", "هومز",
         "فودز", "سيستمز"]
ROLES = ["مديرا ماليا", "رئيسا تنفيذيا", "مديرا للتسويق", "رئيسا للعمليات", "كبيرا للعلماء"]
PLACES = ["الرياض", "دبي", "القاهرة", "عمّان", "تونس", "الدار البيضاء", "بيروت", "الكويت"]
PATTERNS = [
    "أعلنت شركة {company} أنها استثمرت {amount} مليون دولار في شركة {other}.",
    "انضم {person} إلى شركة {company} قادما من شركة {other}.",
    "غادر {person} شركة {company} بعد {years} أعوام من العمل فيها.",
    "قالت شركة {company} إنها سرّحت {count} موظفا من فرقها.",
    "عيّنت شركة {company} {person} {role}.",
    "وقّعت شركة {company} شراكة مع شركة {other} في {place}.",
    "أسس {person} شركة {company} في {place}.",
    "استحوذت شركة {company} على شركة {other} مقابل {amount} مليون دولار.",
    "تعتزم شركة {company} بناء مركز بيانات في {place} بكلفة {amount} مليون دولار.",
    "نفت شركة {company} أنها تتفاوض مع شركة {other}.",
]
QUESTIONS = [
    "كم استثمرت شركة {company} في شركة {other}؟",
    "إلى أي شركة انضم {person}؟",
    "متى غادر {person} شركة {company}؟",
    "كم موظفا سرّحت شركة {company}؟",
    "من عينت شركة {company}؟",
    "مع من وقعت شركة {company} شراكة؟",
    "من أسس شركة {company}؟",
    "ماذا قالت شركة {company} عن شركة {other}؟",
    "Who left {latin}?",
    "How many employees did {latin} lay off?",
]
DAYS = 900


def _mixed(number, salt):
    """A whole number that looks drawn at random, the same at every call."""
    value = (number * 2654435761 + salt * 40503 + 12345) % (1 << 32)
    value ^= value >> 15
    return (value * 2246822519 % (1 << 32)) >> 7


def _company(draw):
    return f"{FIRST[draw % len(FIRST)]} {FIELD[draw // len(FIRST) % len(FIELD)]}"


def _person(draw):
    given, rest = GIVEN[draw % len(GIVEN)], draw // len(GIVEN)
    return f"{given} {MIDDLE[rest % len(MIDDLE)]}{FAMILY[rest // len(MIDDLE) % len(FAMILY)]}"


def _values(number):
    return dict(company=_company(_mixed(number, 1)), other=_company(_mixed(number, 2)),
                person=_person(_mixed(number, 3)), role=ROLES[_mixed(number, 4) % len(ROLES)],
                place=PLACES[_mixed(number, 5) % len(PLACES)],
                amount=20 + _mixed(number, 6) % 4000, count=30 + _mixed(number, 7) % 3000,
                years=2 + _mixed(number, 8) % 9)


def article(number):
    """Text, publisher and time of publication of the article of that number."""
    sentences = []
    for part in range(4):
        draw = _mixed(number, 20 + part)
        values = _values(number if part == 0 else number * 7 + part)
        sentences.append(PATTERNS[draw % len(PATTERNS)].format(**values))
    text = f"أخبار الأعمال رقم {number}\n\n" + "\n\n".join(sentences) + "\n"
    day = datetime.datetime(2023, 1, 1, tzinfo=datetime.timezone.utc) + datetime.timedelta(
        days=number % DAYS, seconds=number)
    return text, f"صحيفة {number % 40}", day


def question(number, articles):
    """The question of that number, about one of so many articles."""
    values = _values(_mixed(number, 30) % articles)
    pattern = QUESTIONS[number % len(QUESTIONS)]
    return pattern.format(latin=values["company"], **values)
