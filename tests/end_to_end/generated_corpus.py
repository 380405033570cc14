"""Small Arabic articles in any number, all different, made from sentence patterns."""

PEOPLE = ["سامر الحلبي", "ليلى منصور", "كريم الشامي", "نادين خوري", "ياسر بدران", "هدى العمري",
          "طارق سلمان", "ريم الأحمد", "وائل قاسم", "منى حداد", "فادي نصار", "سلمى عيسى"]
COMPANIES = ["ميتا", "مايكروسوفت", "غوغل", "أمازون", "أبل", "إنفيديا", "سامسونغ", "إنتل",
             "أوراكل", "تسلا"]
ROLES = ["مديراً للتسويق", "رئيسةً للأبحاث", "مديراً مالياً", "كبيراً للمهندسين"]
PATTERNS = [
    "أعلنت شركة {company} يوم {day} مارس 2025 أنها استثمرت {amount} مليون دولار في شركة {other}.",
    "انضم {person} إلى شركة {company} قادماً من شركة {other} في {day} أبريل 2025.",
    "غادر {person} شركة {company} يوم {day} مايو 2025 بعد {years} أعوام من العمل فيها.",
    "قالت شركة {company} إنها ستسرّح {count} موظف من فرقها خلال يونيو 2025.",
    "عيّنت شركة {company} {person} {role} في {day} يوليو 2025.",
    "وقّعت شركة {company} شراكة مع شركة {other} في {day} فبراير 2025.",
]


def article(number):
    """The text of the article of that number, the same at every call."""
    def pick(items, step):
        return items[(number * step + number // len(items)) % len(items)]

    company = pick(COMPANIES, 3)
    other = pick([name for name in COMPANIES if name != company], 5)
    values = dict(company=company, other=other, person=pick(PEOPLE, 7), role=pick(ROLES, 3),
                  day=1 + number % 28, amount=100 + 7 * number, count=150 + 11 * number,
                  years=3 + number % 7)
    first = PATTERNS[number % len(PATTERNS)]
    second = PATTERNS[(number // len(PATTERNS) + number + 1) % len(PATTERNS)]
    return (f"نشرة الأعمال رقم {number}\n\n{first.format(**values)}\n\n"
            f"وفي خبر آخر، {second.format(**values)}\n")


def articles(ingestion_service_pb2, count):
    """`count` articles as the contract takes them."""
    return [ingestion_service_pb2.Article(content=article(number).encode(),
                                          source_uri=f"file:{number:04}.txt",
                                          publisher=f"نشرة {number % 9}")
            for number in range(count)]
