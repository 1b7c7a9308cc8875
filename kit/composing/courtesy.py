"""What wording must never say, as data: each rule with its words, whom it spares, and where it comes from.

A rule is a list of patterns over the words of a template (tags and markup are blanked, so that a
place stays a place). `below` limits it to gentler approaches: "gugatan" belongs in a somasi and
nowhere before it. `denied` rules leave alone what the wording itself denies ("tidak mengancam").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kit.domain.policy import Approach

_ITE = "UU 1/2024, Pasal 27B"
_OJK = "POJK 22/2023, Pasal 62"
_VOICE = "Santun"


@dataclass(frozen=True, slots=True)
class Rule:
    """Words that have no place in a letter: its code, what to look for, and the source of the rule."""

    code: str
    words: tuple[str, ...]
    source: str
    #: The rule holds for approaches gentler than this one; None: for all.
    below: Approach | None = None
    #: Whether a word right after "tidak", "jangan", "bukan" or "tanpa" is left alone.
    denied: bool = False
    #: Whether capitals tell apart.
    exact: bool = False

    def pattern(self) -> re.Pattern[str]:
        """Return what finds the rule's words, any space being as good as another."""
        spaced = "|".join(word.replace(" ?", r"\s*").replace(" ", r"\s+") for word in self.words)
        return re.compile(spaced, re.NOFLAG if self.exact else re.IGNORECASE)

    def holds_for(self, approach: Approach) -> bool:
        """Tell whether a template that speaks with `approach` is under the rule."""
        return self.below is None or approach.rank < self.below.rank


#: Whom a debt is none of the business of, and the verbs that would carry it there.
_OTHERS = (
    r"(?:anggota )?keluarga|orang tua|suami|istri|anak|tetangga|atasan|bawahan|rekan (?:kerja|bisnis|usaha)|teman|"
    r"kerabat|kontak darurat|(?:para )?(?:pelanggan|pemasok|mitra(?: usaha)?|karyawan) (?:anda|bapak|ibu|saudara)|"
    r"(?:pak )?(?:rt|rw|lurah)|family|relatives|neighbou?rs|employer|colleagues|your (?:customers|suppliers|boss)"
)
_TELL = (
    r"(?:memberi ?tahu\w*|memberitahukan|menghubungi|mengabar\w+|menyampaikan\w*|menginformasikan|mendatangi|"
    r"menagih\w*|melapor\w*|menceritakan|tell|inform|contact|notify)"
)
_KEEP_ON = r"(?:menghubungi|menelepon|menagih|mengingatkan|mengirim\w*|mendatangi|dihubungi|ditelepon|ditagih)"
_EVERY_DAY = (
    r"(?:(?:se)?tiap (?:hari(?! kerja)|jam|saat|pagi)|terus(?:[- ]menerus)|berkali[- ]kali|berulang[- ]ulang|"
    r"sampai (?:lunas|dibayar))"
)

#: Capitals that are names: the parties of a deed, and abbreviations.
_NAMES = r"(?:PIHAK|PERTAMA|KEDUA|NPWP|QRIS|NMID|DRAFT?|KONSEP|FIRST|SECOND|PARTY)\b"

RULES: tuple[Rule, ...] = (
    Rule(
        "wording-crime",
        (
            r"\bpidana\b", r"\bdipidana\w*", r"\bpolisi\b", r"\bkepolisian\b", r"\bpolsek\b", r"\bpolres\w*",
            r"\b(?:di|me)?penjara\w*", r"\bdibui\b", r"\bjeruji\b", r"\bjaksa\b", r"\bkejaksaan\b", r"\bKUHP\b",
            r"\bpenipuan\b", r"\bpenggelapan\b", r"\btersangka\b", r"\bditangkap\b", r"\bpolice\b", r"\bprison\b",
            r"\bjail\w*", r"\bcriminal\w*", r"\barrest\w*",
        ),
        _ITE,
    ),
    Rule(
        "wording-publicity",
        (
            r"\b(?:di|me)?viral\w*", r"\b(?:di|me)?sebar\b", r"\b(?:di|me)nyebar\w*",
            r"\b(?:di|me)?sebar(?:luas)?kan\b",
            r"\bmenyebar(?:luas)?kan\b", r"\b(?:meng|di)umumkan\b", r"\bmedsos\b", r"\bmedia sosial\b",
            r"\bdaftar hitam\b", r"\bblacklist\w*", r"\b(?:di|mem)?publikasi\w*", r"\bsurat kabar\b",
            r"\bpublici[sz]e\w*", r"\bgo public\b", r"\bsocial media\b",
        ),
        _ITE,
    ),
    Rule(
        "wording-force",
        (
            r"\b(?:meng|di)?ancam\w*", r"\bdebt collector\w*", r"\bpreman\b", r"\bpenagih utang\b", r"\bkekerasan\b",
            r"\b(?:di)?sita\b", r"\bmenyita\b", r"\bpenyitaan\b", r"\bakan (?:kami )?datangi\b",
            r"\b(?:tanggung|terima) (?:sendiri )?akibat\w*", r"\bakibat yang tidak (?:di|meng)inginkan\b",
            r"\bjangan (?:pernah )?salahkan\b", r"\b(?:tidak|tak) (?:akan )?segan\b", r"\bmemaksa kami\b",
            r"\bviolence\b", r"\bthreat\w*", r"\bseize\w*", r"\bor else\b",
        ),
        _ITE,
        denied=True,
    ),
    Rule(
        "wording-shame",
        (
            r"(?<!jangan\s)\bmalu\b", r"(?<!tidak\s)\b(?:mem|di)?permalu\w*", r"\bmemalukan\b", r"\bpenipu\b",
            r"\bmaling\b", r"\bpencuri\b",
            r"\b(?:(?:me)?nge|penge)mplang\w*", r"\b(?:pem)?bohong\w*", r"\bberbohong\b",
            r"\b(?:tak|tidak) tahu diri\b",
            r"\b(?:tak|tidak) (?:ber|punya |memiliki |ada )i[kt]+i[kt]ad\b", r"\bbandel\b", r"\bketerlaluan\b",
            r"\bnakal\b", r"\bkurang ajar\b", r"\bbodoh\b", r"\b(?:tak|tidak) bertanggung jawab\b", r"\bliar\b",
            r"\bthief\b", r"\bcheat\w*", r"\bashamed?\b", r"\bdeadbeat\b",
        ),
        _OJK,
    ),
    Rule("wording-third-party", (rf"\b{_TELL}\b[^.!?\n]{{0,60}}\b(?:{_OTHERS})\b",), _OJK, denied=True),
    Rule(
        "wording-daily",
        (
            rf"\b{_KEEP_ON}\b[^.!?]{{0,60}}(?<!tanpa\s)(?<!tidak\s)\b{_EVERY_DAY}\b",
            rf"\b{_EVERY_DAY}\b[^.!?]{{0,40}}\b{_KEEP_ON}\b",
            rf"\bakan (?:kami )?terus (?:kami )?{_KEEP_ON}\b",
            r"\b(?:call|remind|contact) you (?:every|each) (?:day|hour)\b",
        ),
        _OJK,
        denied=True,
    ),
    Rule(
        "wording-pressure",
        (
            r"\bsegera (?:di|mem)?bayar\w*", r"\b(?:di|mem)?bayar\w* (?:dengan )?segera\b",
            r"\bsegera (?:di|me)?lunas\w*",
            r"\b(?:harus|wajib) segera\b", r"\bsecepat-?cepatnya\b", r"\bsecepatnya\b", r"\bsesegera mungkin\b",
            r"\bhari ini juga\b", r"\b[0-9]+ ?[x×] ?24 jam\b", r"\bperingatan (?:keras|terakhir)\b",
            r"\bkesempatan terakhir\b", r"\bimmediately\b", r"\bfinal warning\b", r"\burgent\w*",
        ),
        _VOICE,
    ),
    Rule(
        "wording-reproach",
        (
            r"\b(?:ke)?lalai\w*", r"\bwanprestasi\b", r"\b[ic]i?n?gkar janji\b", r"\bcidera janji\b", r"\bmangkir\b",
            r"\b(?:me)?nunggak\w*", r"\b(?:ke)?kecewa\w*", r"\bmengabaikan\b",
            r"\btidak (?:kunjung|pernah) (?:mem)?bayar\b",
            r"\bin default\b", r"\bdisappoint\w*",
        ),
        _VOICE,
        below=Approach.LEGAL,
    ),
    Rule(
        "wording-law-early",
        (
            r"\b(?:meng|di)?gugat\w*", r"\bpengadilan\b", r"\b(?:langkah|jalur|tindakan|proses) hukum\b",
            r"\bmeja hijau\b",
            r"\b(?:me|di)?nuntut\w*", r"\btuntut(?:an)?\b", r"\bpengacara\b", r"\badvokat\b",
            r"\bkuasa hukum\b", r"\bpailit\b",
            r"\bPKPU\b", r"\blawsuit\w*", r"\bsue\b", r"\blegal action\b", r"\blawyers?\b",
        ),
        _VOICE,
        below=Approach.LEGAL,
    ),
    Rule("wording-somasi-early", (r"\bsomasi\b",), _VOICE, below=Approach.FIRM),
    Rule("wording-appeal", (r"\bupaya hukum\b",), _VOICE),
    Rule("wording-familiar", (r"\bkamu\b", r"\bkau\b", r"\b(?:e)?lu\b", r"\bgue\b", r"\bwoi\b"), _VOICE),
    Rule("wording-exclamation", (r"!+",), _VOICE),
    Rule(
        "wording-capitals",
        (rf"\b(?!{_NAMES})[A-Z]{{5,}}\b", rf"\b(?!{_NAMES})[A-Z]{{4,}} (?!{_NAMES})[A-Z]{{4,}}\b"),
        _VOICE,
        exact=True,
    ),
)  # fmt: skip

#: What stands right before a word that the wording denies.
DENIAL = re.compile(r"\b(?:tidak(?: akan| pernah)?|jangan|bukan|tanpa|never|not)\s+$", re.IGNORECASE)
