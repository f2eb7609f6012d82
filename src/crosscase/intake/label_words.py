"""What the words of a label look like: a role, a titled name, a letter and number, a sentence.

The lists hold roles, titles and field heads in several languages, and words that only sentences
hold; never names of people.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

__all__ = [
    "LabelShape",
    "heads_a_field",
    "label_shape",
    "names_a_role",
    "numbers_a_part",
    "reads_as_sentence",
]

LabelShape = Literal["role", "titled", "code", "name", "word", "uncased", "phrase"]


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_TITLES = _words(
    """mr mrs ms miss mx dr prof professor sir dame lady lord baroness baron judge justice rev
    reverend father sister brother captain major colonel sergeant sgt inspector superintendent
    hon honourable senator councillor cllr pastor imam rabbi sheikh mme mlle monsieur madame
    herr frau señor señora señorita sr sra srta signor signora dott don doña dom dona meneer
    mevrouw pan pani hr fru"""
)
_ROLES = _words(
    """interviewer interviewee int moderator mod facilitator participant participants respondent
    informant speaker speakers researcher observer interpreter translator host chair chairman
    chairwoman chairperson counsel lead witness court clerk coroner solicitor barrister secretary
    patient doctor physician clinician nurse midwife carer teacher student pupil client therapist
    coach manager director officer member panel panellist panelist operator caller voice unknown
    unidentified male female man woman boy girl child mother daughter son audience group all
    everyone question answer questioner president minister commissioner expert official assistant
    leader resident volunteer user worker deputy adviser advisor chief governor trustee councillor
    analyst consultant coordinator practitioner pharmacist inspector treasurer representative
    enquêteur enquêtrice intervieweur intervieweuse répondant répondante animateur animatrice
    entrevistador entrevistadora entrevistado entrevistada encuestador moderador moderadora
    participante interviewerin befragte befragter befragender moderatorin teilnehmer teilnehmerin
    sprecher sprecherin intervistatore intervistatrice intervistato intervistata moderatore
    onderzoeker deelnemer geïnterviewde informante investigador investigadora
    интервьюер респондент модератор ведущий участник вопрос ответ
    المحاور المحاورة المشارك المشاركة الباحث الباحثة المقابل المستجيب
    מראיין מראיינת מרואיין מרואיינת משתתף משתתפת
    访谈者 受访者 采访者 被访者 访问者 主持人 记者 问 答 訪談者 受訪者 採訪者 主持人 記者 問
    インタビュアー 回答者 司会 司会者 聞き手 면접자 참여자 진행자 연구자 질문 답변"""
)
_PARTICLES = _words(
    """de van von der den la le da do dos das di del della bin ibn bint al el ul y e ter ten zu af 
    av the of and & und et"""
)
_SENTENCE_WORDS = _words(
    """i you he she it we they me us them my your his her its our their this that these those
    is are was were be been being am do does did done have has had can could will would shall
    should may might must say says said saying ask asks asked asking tell told tells wrote writes
    added adds noted notes warned confirmed commented stated states records goes going look looking
    see read reads quote give make put let take turn turning help so but then because if when what
    which who whom how why where there here not also just only another as at by from in into
    under over on to for with about below above underneath follows following including such than
    or though thus hence therefore however now well yes no okay please sorry first firstly second
    secondly third thirdly lastly finally next two three four five six several
    je vous il elle nous est sont pas que qui dans ich sie wir ist sind das dass nicht que es son
    está como para che sono perché"""
)
_LONE_OPENERS = _SENTENCE_WORDS - {"will", "may", "mark", "son"} | _words(
    """and again right example ok e.g i.e ps nb finally overall similarly meanwhile yeah yep
    mm mhm mm-hm mmm uh um oh ah hmm hi hello thanks thank"""
)
_FIELD_HEADS = _words(
    """note notes source sources date time times duration length location place venue title
    subject topic re from to cc bcc sent received author authors file filename url link email tel
    telephone phone fax address name names age sex gender occupation role organisation organization
    site sector setting id identifier reference ref version status present attendees attending
    apologies recorded recording recordist transcribed transcriber transcript transcription
    language project study key legend keywords abstract summary background introduction aim aims
    objective objectives method methods results findings discussion conclusion conclusions
    recommendation recommendations limitations appendix contents figure table box chart example
    examples fact facts tip warning definition important nota datum date quelle fecha fuente data
    fonte lieu lugar ort dauer durée duración thema
    日期 时间 地点 来源 注 备注 主题 日時 場所 時間 날짜 장소 التاريخ المكان الوقت ملاحظة المصدر
    תאריך מקום дата место время примечание источник"""
)
_FIELD_PHRASES = re.compile(
    r"^(?:(?:interview|participant|session|case|record|recording|file|project|site|group)\s+"
    r"(?:no|nr|number|id|code|date|time|length|type|location|reference|ref|name|title)"
    r"|(?:date|time|place|length|duration|location)\s+of\s+\w+"
    r"|(?:transcribed|recorded|conducted|prepared|written|reviewed|checked)\s+(?:by|on)"
    r"|(?:interview|focus group|session|interviewer|participant)s?\s+(?:with|by|guide|details))\b",
    re.IGNORECASE,
)
_PARTS = _words(
    """question recommendation paragraph para section chapter table figure fig box part appendix
    annex item point step page module theme topic option day week month year no nr number line
    slide exhibit document volume verse phase note example session interview wave objective aim
    hypothesis rule article clause schedule goal priority task activity action proposition
    january february march april may june july august september october november december"""
)
_POST_NOMINALS = re.compile(r"(?:[,\s]+(?:KC|QC|SC|MP|MSP|MS|PhD|MD|OBE|CBE|MBE|DBE|KBE|RN))+$")
_CODE = re.compile(
    r"(?:[^\W\d_a-z]{1,5}|[a-z]{1,4}|Int|Resp|Part|Spk)\.?[-_ ]?\d{1,4}[A-Za-z]?"
    r"|[A-Z]{1,4}\d*[-_/][A-Z]{1,4}\d{1,3}|[A-Z]{1,3}\.?|(?:int|Int|Resp|resp|Mod|Fac)\.?"
)
_INNER_STOP = re.compile(
    r"(?<![A-Z])(?<!\b[A-Z]r)(?<!\bMrs|\bRev|\bHon|\bSgt|\bSra)(?<!\bProf)\.\s"
)
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")


@lru_cache(maxsize=4096)
def label_shape(label: str) -> LabelShape:
    """What a label's words look like, from a role or title down to a mere phrase."""
    core = _POST_NOMINALS.sub("", _IN_BRACKETS.sub("", label)).strip() or label
    words = core.split()
    first = words[0].strip(".,").casefold()
    if _CODE.fullmatch(core):
        return "role" if first.strip("0123456789-_ ") in _ROLES else "code"
    letter = next((character for character in core if character.isalpha()), "")
    if reads_as_sentence(label):
        return "phrase"
    named = all(_heads_high(word) or word.casefold() in _PARTICLES for word in words)
    if names_a_role(core) and len(words) <= 5 and (named or len(words) == 1):
        return "role"
    if not letter.isupper() and not letter.islower():
        han = len(core) if " " not in core else 0
        return "uncased" if len(words) <= 4 and han <= 24 else "phrase"
    if first in _TITLES and named and len(words) > 1:
        return "titled"
    if named and len(words) <= 6 and letter.isupper():
        return "name" if len(words) > 1 else "word"
    return "phrase"


def _heads_high(word: str) -> bool:
    bare = word.lstrip("'’(\"")
    return bare[:1].isupper() or bare[:1].isdigit() or bool(re.match(r"[dlo]['’][A-ZÀ-Þ]", bare))


@lru_cache(maxsize=4096)
def reads_as_sentence(label: str) -> bool:
    """Whether the words before a colon are the start of something said, not a name."""
    words = label.split()
    first = words[0].strip(".,").casefold()
    if len(words) == 1:
        return first in _LONE_OPENERS and not _CODE.fullmatch(label)
    if _INNER_STOP.search(label):
        return True
    if any(word.strip(".,'’") in _SENTENCE_WORDS for word in words[1:]):
        return True
    follower = words[1]
    if first in _LONE_OPENERS and (
        words[0].islower()
        or not follower[:1].isupper()
        or (len(follower) > 3 and follower.isupper() and not label.isupper())
    ):
        return True
    return follower[:1] in "'’" or any("’" in w and w[-2:] in ("’s", "’m") for w in words)


def names_a_role(label: str) -> bool:
    """Whether a word of the label is a role, such as Interviewer, chair or director."""
    return any(re.sub(r"[\d.,;]+$", "", word).casefold() in _ROLES for word in label.split())


def heads_a_field(label: str) -> bool:
    """Whether a label is the head of a field or a section, such as Date or Source."""
    folded = label.casefold().strip(" .")
    return folded in _FIELD_HEADS or _FIELD_PHRASES.match(folded) is not None


def numbers_a_part(label: str) -> bool:
    """Whether a label numbers a part of a document, such as “Question 4” or “Table 2”."""
    words = label.casefold().split()
    return len(words) > 1 and words[0].strip(".") in _PARTS and words[1].strip(".,()")[:1].isdigit()
