"""Validates electronic invoices: `einvoice.py <folder> <isdoc package>`.

ISDOC against the schema of ISDOC 6.0.2, which the npm package given carries; UBL
against the schemas of UBL 2.1 and the Schematron of EN 16931, which pinned Python
packages carry. More Schematron files may follow as arguments: they are run over
the UBL documents of which the root has a ProfileID, as Peppol's does.
"""

import hashlib
import sys
import tarfile
from importlib import resources
from pathlib import Path

from lxml import etree
from saxonche import PySaxonProcessor

SCH = "{http://purl.oclc.org/dsdl/schematron}"
XSL_URI = "http://www.w3.org/1999/XSL/Transform"
XSL = f"{{{XSL_URI}}}"
CBC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}"

# The schema as isdoc.cz publishes it.
ISDOC_SCHEMA = "package/lib/isdoc-invoice-6.0.2.xsd"
ISDOC_SHA256 = "fb5de36fe7b5517acb8aa0c7950d91f8e28910e63b8cdcaaf7db0b0f4f0420bb"


def isdoc_schema(package):
    with tarfile.open(package) as archive:
        text = archive.extractfile(ISDOC_SCHEMA).read()
    found = hashlib.sha256(text).hexdigest()
    if found != ISDOC_SHA256:
        sys.exit(f"the schema in {package} is another one: {found}")
    return etree.XMLSchema(etree.fromstring(text))


def ubl_schema(root):
    folder = resources.files("peppol") / "schema" / "maindoc"
    with resources.as_file(folder / f"UBL-{root}-2.1.xsd") as path:
        return etree.XMLSchema(etree.parse(path))


def stylesheet(schematron):
    """XSLT that writes a `failed` element for each assertion that fails.

    Of a pattern's rules the first that matches a node is asked, which priorities
    say here."""
    prefixes = {ns.get("prefix"): ns.get("uri") for ns in schematron.findall(f"{SCH}ns")}
    sheet = etree.Element(f"{XSL}stylesheet", version="3.0", nsmap={"xsl": XSL_URI, **prefixes})
    for function in schematron.findall(f"{XSL}function"):
        sheet.append(function)
    patterns = schematron.findall(f"{SCH}pattern")
    for let in schematron.findall(f"{SCH}let") + schematron.findall(f"{SCH}pattern/{SCH}let"):
        etree.SubElement(sheet, f"{XSL}variable", name=let.get("name"), select=let.get("value"))
    top = etree.SubElement(sheet, f"{XSL}template", match="/")
    report = etree.SubElement(top, "report")
    for number, pattern in enumerate(patterns):
        mode = f"pattern{number}"
        etree.SubElement(report, f"{XSL}apply-templates", select="*", mode=mode)
        onwards = etree.SubElement(
            sheet, f"{XSL}template", match="node()|@*", mode=mode, priority="-1"
        )
        etree.SubElement(onwards, f"{XSL}apply-templates", select="*|@*", mode=mode)
        rules = pattern.findall(f"{SCH}rule")
        for place, rule in enumerate(rules):
            matched = etree.SubElement(
                sheet,
                f"{XSL}template",
                match=rule.get("context"),
                mode=mode,
                priority=str(len(rules) - place),
            )
            for part in rule:
                if part.tag == f"{SCH}let":
                    etree.SubElement(
                        matched, f"{XSL}variable", name=part.get("name"), select=part.get("value")
                    )
                elif part.tag == f"{SCH}assert":
                    asked = etree.SubElement(
                        matched, f"{XSL}if", test=f"not({part.get('test')})"
                    )
                    failed = etree.SubElement(
                        asked, "failed", id=part.get("id", ""), flag=part.get("flag", "fatal")
                    )
                    failed.text = " ".join("".join(part.itertext()).split())
            etree.SubElement(matched, f"{XSL}apply-templates", select="*|@*", mode=mode)
    return etree.tostring(sheet, encoding="unicode")


def failures(compiled, path):
    report = etree.fromstring(compiled.transform_to_string(source_file=str(path)).encode())
    return [f"{f.get('flag')} {f.get('id')} {f.text}" for f in report.iter("failed")]


def main(folder, isdoc_package, *further):
    core = resources.files("mcp_einvoicing_be") / "specs/peppol_bis_3/CEN-EN16931-UBL.sch"
    schemas = {"isdoc": isdoc_schema(isdoc_package)}
    schemas.update((root, ubl_schema(root)) for root in ("Invoice", "CreditNote"))
    wrong, seen = [], {"isdoc": 0, "Invoice": 0, "CreditNote": 0}
    with PySaxonProcessor(license=False) as saxon:
        def compiled(schematron):
            text = stylesheet(etree.fromstring(schematron))
            return saxon.new_xslt30_processor().compile_stylesheet(stylesheet_text=text)

        everywhere = [compiled(core.read_bytes())]
        in_peppol = [compiled(Path(file).read_bytes()) for file in further]
        for path in sorted(Path(folder).iterdir()):
            document = etree.parse(path)
            kind = etree.QName(document.getroot()).localname
            if path.suffix == ".isdoc":
                kind = "isdoc"
            seen[kind] += 1
            schema = schemas[kind]
            if not schema.validate(document):
                wrong += [f"{path.name}: {error}" for error in schema.error_log]
            if kind == "isdoc":
                continue
            profile = document.getroot().find(f"{CBC}ProfileID")
            for sheet in everywhere + (in_peppol if profile is not None else []):
                wrong += [f"{path.name}: {failure}" for failure in failures(sheet, path)]
    for line in wrong:
        print(line)
    if wrong or not all(seen.values()):
        sys.exit(f"{len(wrong)} failures in {seen}")
    print(f"{sum(seen.values())} documents: {seen}")


main(*sys.argv[1:])
