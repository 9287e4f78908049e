#!/usr/bin/env python3
"""A second, independent computation of «методика 2019».

«Методика 2019» is the regulator's «Методика расчета показателя "Уровень объективности
оценки образовательных результатов в субъекте РФ"». The tests compare the product with this
script: it was written from the formulas alone, shares no code with the product, and depends on
nothing but Python 3.

    python3 official-2019.py SPECIFICATIONS.json FILE.xlsx [FILE.xlsx ...]

Files are protocols named like «2021 Русский язык, 4 класс.xlsx»; JSON goes to standard output.
Every set gets signs A and B, every pair of sets one year and one grade apart gets sign C. The
index counts only what «методика 2019» lists: русский язык and математика, grades 4 and 5.
"""

import html
import json
import math
import re
import sys
import zipfile
from bisect import bisect_left, bisect_right
from collections import defaultdict
from pathlib import Path

Z_95 = 1.96  # printed in «методика 2019» with two decimals
FENCE = 3  # «методика 2019»: three interquartile ranges beyond the quartile
SMALLEST_CORRELATION = 3  # the method names no minimum; two pairs give only +1 or -1

# Numbers of the fourteen signs in «методика 2019»; 5 and 6 (ОГЭ) need other files.
SIGN_HIGH_MEAN = {("Русский язык", 4): 1, ("Математика", 4): 2, ("Русский язык", 5): 3, ("Математика", 5): 4}
SIGN_MISMATCH = {key: number + 6 for key, number in SIGN_HIGH_MEAN.items()}
SIGN_RISE = {"Русский язык": 11, "Математика": 12}
SIGN_FALL = {"Русский язык": 13, "Математика": 14}

CELL = re.compile(r"<c\b([^>]*?)(?:/>|>(.*?)</c>)", re.S)
REFERENCE = re.compile(r'\br="([A-Z]+)')
TEXT = re.compile(r"<t\b[^>]*?(?:/>|>(.*?)</t>)", re.S)
VALUE = re.compile(r"<v\b[^>]*>(.*?)</v>", re.S)
ITEM = re.compile(r"<si\b[^>]*?(?:/>|>(.*?)</si>)", re.S)


def all_text(xml):
    return html.unescape("".join(TEXT.findall(xml)))


def cell_value(attributes, body, shared):
    if 't="inlineStr"' in attributes:
        return all_text(body).strip()
    found = VALUE.search(body)
    text = found[1] if found else ""
    return (shared[int(text)] if text and 't="s"' in attributes else html.unescape(text)).strip()


def sheet_rows(xml, shared):
    """Rows that hold anything, as {column letters or number: (attributes, body)}."""
    for row in xml.split("<row")[1:]:
        cells = {}
        for position, (attributes, body) in enumerate(CELL.findall(row)):
            reference = REFERENCE.search(attributes)
            cells[reference[1] if reference else position] = (attributes, body)
        if any(cell_value(*cell, shared) for cell in cells.values()):
            yield cells


def find_columns(headers):
    """Columns of login, total, journal mark and variants, by the headers of the three layouts."""
    found = {}
    for column, text in headers.items():
        found.setdefault(" ".join(text.casefold().split()), column)
    pick = lambda pattern: [column for text, column in found.items() if re.fullmatch(pattern, text)]
    login, total = pick("user|логин школы|школа"), pick("sum|всего баллов|итого баллов")
    journal, variants = pick("otc|отметка за предыдущ.*"), pick(r"var-\d+|вариант")
    return [login[0], total[0], (journal or [None])[0], *variants] if login and total and variants else None


def read_protocol(path):
    """Yields (login, variants, total, journal mark) as texts for every row of the protocol."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        shared = []
        if "xl/sharedStrings.xml" in names:
            shared = [all_text(item) for item in ITEM.findall(archive.read("xl/sharedStrings.xml").decode())]
        for name in sorted(n for n in names if re.fullmatch(r"xl/worksheets/[^/]+\.xml", n)):
            columns = None
            for cells in sheet_rows(archive.read(name).decode(), shared):
                if columns:
                    login, total, journal, *variants = (
                        cell_value(*cells.get(column, ("", "")), shared) for column in columns)
                    yield login, variants, total, journal
                else:
                    columns = find_columns({c: cell_value(*cell, shared) for c, cell in cells.items()})
            if columns:
                return
    sys.exit(f"{path}: no sheet has the headers of a known protocol layout")


def as_number(text):
    """A number, or None; a decimal comma is accepted."""
    return float(text.replace(",", ".")) if re.fullmatch(r"[+-]?\d+([.,]\d+)?", text) else None


def school_key(login):
    """Six digits of the login: they survive its changes of prefix, case and spacing."""
    bare = "".join(login.split("|")[0].split()).casefold()
    digits = re.search(r"(?<!\d)\d{6}(?!\d)", bare)
    return digits[0] if digits else bare


def load_set(paths, maximum):
    """Counts of rows by fate, and {school: [(total, journal mark or None)]} of counted works."""
    counts = dict.fromkeys(("rows", "works", "absent", "absentInPart", "noTotal", "aboveMaximum"), 0)
    works = defaultdict(list)
    for login, variants, total_text, journal_text in (row for path in paths for row in read_protocol(path)):
        counts["rows"] += 1
        total, journal = as_number(total_text), as_number(journal_text)
        missed = [text.casefold() == "отсутствовал" for text in variants]
        if any(missed):
            counts["absent"] += 1
            counts["absentInPart"] += any(text and not gone for text, gone in zip(variants, missed))
        elif total is None:
            counts["noTotal"] += 1
        elif total > maximum:
            counts["aboveMaximum"] += 1
        else:
            counts["works"] += 1
            works[school_key(login)].append((total, journal if journal in (1, 2, 3, 4, 5) else None))
    return {**counts, "schools": len(works)}, works


def interval(values):
    """Mean, S with n-1, and mean -+ 1.96*S/sqrt(n); one value has only a mean."""
    n = len(values)
    mean = math.fsum(values) / n if n else None
    if n < 2:
        return mean, None, None, None
    sd = math.sqrt(math.fsum((value - mean) ** 2 for value in values) / (n - 1))
    half = Z_95 * sd / math.sqrt(n)
    return mean, sd, mean - half, mean + half


def doubled_ranks(values):
    """Average ranks times two, so that they stay whole numbers and r_s < 0 is exact."""
    ordered = sorted(values)
    return [bisect_left(ordered, value) + bisect_right(ordered, value) + 1 for value in values]


def spearman(pairs):
    """r_s by the formula without ties, as «методика 2019» prints it, and Pearson's r of the ranks."""
    n = len(pairs)
    x, y = (doubled_ranks(side) for side in zip(*pairs))
    squares = sum((a - b) ** 2 for a, b in zip(x, y))  # four times the sum of d squared
    denominator = 4 * n * (n * n - 1)
    simple = (denominator - 6 * squares) / denominator
    x, y = ([rank - (n + 1) for rank in side] for side in (x, y))  # doubled ranks average n + 1
    spread = sum(a * a for a in x) * sum(b * b for b in y)
    return simple, sum(a * b for a, b in zip(x, y)) / math.sqrt(spread) if spread else None


def quantile(ordered, share):
    """Linear interpolation between order statistics (type 7)."""
    at = (len(ordered) - 1) * share
    low = math.floor(at)
    return ordered[low] + (at - low) * (ordered[min(low + 1, len(ordered) - 1)] - ordered[low])


def high_mean(works, region_upper):
    """Sign A: the school's interval lies wholly above the region's; width zero counts too."""
    result = {}
    for school, pairs in works.items():
        mean, _, lower, upper = interval([total for total, _ in pairs])
        marked = lower is not None and region_upper is not None and lower > region_upper
        result[school] = [len(pairs), mean, lower, upper, marked]
    return result


def mismatch(works):
    """Sign B: inside the school, journal marks and primary scores are ordered against each other."""
    result = {}
    for school, pairs in works.items():
        known = [pair for pair in pairs if pair[1] is not None]
        if len(known) >= SMALLEST_CORRELATION:
            simple, corrected = spearman(known)
            result[school] = [len(known), simple, corrected, simple < 0]
    return result


def cohort_jump(earlier, later):
    """Sign C: K of each school against the fences; K does not exist over a later mean of zero."""
    k = {s: earlier[s] / later[s] for s in earlier if later.get(s)}
    q1, q3 = (quantile(sorted(k.values()), share) for share in (0.25, 0.75))
    lower, upper = q1 - FENCE * (q3 - q1), q3 + FENCE * (q3 - q1)
    return {"k": k, "q1": q1, "q3": q3, "lower": lower, "upper": upper,
            "rise": sorted(s for s in k if k[s] < lower), "fall": sorted(s for s in k if k[s] > upper)}


def index_of_year(year, sets, cohorts):
    """Stages 1-3 of «методика 2019»: a school with at least one sign is marked; 100 less their share."""
    signs, schools, marked = set(), set(), set()
    for one in sets:
        key = (one["subject"], one["grade"])
        if one["year"] == year and key in SIGN_HIGH_MEAN:
            schools |= one["highMean"].keys()
            signs |= {SIGN_HIGH_MEAN[key]} if one["upper"] is not None else set()
            signs |= {SIGN_MISMATCH[key]} if one["mismatch"] else set()
            marked |= {s for table in (one["highMean"], one["mismatch"]) for s, row in table.items() if row[-1]}
    for pair in cohorts:
        if pair["fromYear"] + 1 == year and pair["fromGrade"] == 4 and pair["subject"] in SIGN_RISE:
            signs |= {SIGN_RISE[pair["subject"]], SIGN_FALL[pair["subject"]]}
            marked |= {*pair["rise"], *pair["fall"]}
    index = 100 * (1 - len(marked) / len(schools)) if schools else None
    return {"year": year, "signs": len(signs), "signNumbers": sorted(signs),
            "schools": len(schools), "marked": len(marked), "index": index}


def main(specifications_path, *paths):
    specifications = json.loads(Path(specifications_path).read_text(encoding="utf-8"))
    maxima = {(s["year"], s["grade"], s["subject"]): s["max_primary"] for s in specifications}
    files = defaultdict(list)
    for path in paths:
        name = re.match(r"(\d{4}) (.+), (\d+) класс", Path(path).stem)
        key = name and (int(name[1]), int(name[3]), name[2])
        if key not in maxima:
            sys.exit(f"{path}: no specification for the year, subject and grade of the file name")
        files[key].append(path)

    sets, cohorts, percentages = [], [], {}
    for key in sorted(files):
        counts, works = load_set(files[key], maxima[key])
        mean, sd, lower, upper = interval([total for pairs in works.values() for total, _ in pairs])
        tables = {"highMean": high_mean(works, upper), "mismatch": mismatch(works)}
        sets.append({**dict(zip(("year", "grade", "subject"), key)), **counts,
                     "mean": mean, "sd": sd, "lower": lower, "upper": upper, **tables})
        percentages[key] = {s: 100 * row[1] / maxima[key] for s, row in tables["highMean"].items()}
    for year, grade, subject in sorted(files):
        earlier, later = percentages[year, grade, subject], percentages.get((year + 1, grade + 1, subject), {})
        if any(later.get(school) for school in earlier):
            cohorts.append({"subject": subject, "fromYear": year, "fromGrade": grade, **cohort_jump(earlier, later)})
    years = sorted({one["year"] for one in sets if (one["subject"], one["grade"]) in SIGN_HIGH_MEAN})
    index = [index_of_year(year, sets, cohorts) for year in years]
    json.dump({"sets": sets, "cohorts": cohorts, "index": index}, sys.stdout, ensure_ascii=False, allow_nan=False)
    print()


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit("usage: python3 official-2019.py SPECIFICATIONS.json FILE.xlsx [FILE.xlsx ...]")
    main(*sys.argv[1:])
