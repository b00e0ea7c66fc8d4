from __future__ import annotations

import io
import zipfile

import pytest

from framing.read import ReadError, read_bytes
from framing.read.forms import DOCUMENTS
from framing.read.pdf_layout import reading_order
from tests.read.making import Line, odt, odt_p, pdf, rtf, set_lines, word, zipped

LEAD = "The mayor closed the old bridge on Friday after engineers found cracks in two of its seven arches."
BODY = "Repairs will cost nine million crowns, the council said, and nobody knows yet who is going to pay for them."
LAST = "Shops on both banks of the river fear an empty winter and ask for help, which nobody has promised them so far."


def read(content, name):
    (article,) = read_bytes(content, name).event.articles
    return article


def pieces(article):
    return [(p.kind, p.text) for p in article.paragraphs]


class TestWord:
    def test_styles_give_kinds_and_the_title(self):
        content = word(
            ("Old bridge is closed", "Title"),
            ("Nobody knows who pays", "Subtitle"),
            LEAD,
            ("Who pays", "Heading 2"),
            ("The council", "List Bullet"),
            ("We told them", "Quote"),
            ("The bridge in May", "Caption"),
        )
        article = read(content, "evening_bell.docx")
        assert (article.source, article.title) == ("evening bell", "Old bridge is closed")
        assert pieces(article) == [
            ("standfirst", "Nobody knows who pays"),
            ("body", LEAD),
            ("heading", "Who pays"),
            ("list", "The council"),
            ("quote", "We told them"),
            ("caption", "The bridge in May"),
        ]

    def test_the_file_s_title_and_author_are_read_unless_a_program_made_them_up(self):
        article = read(word(LEAD, title="Old bridge is closed", author="Jane Doe"), "a.docx")
        assert (article.title, article.author) == ("Old bridge is closed", "Jane Doe")
        article = read(word(LEAD, title="Microsoft Word - draft.docx", author="python-docx"), "a.docx")
        assert (article.title, article.author) == ("", None)

    def test_text_in_tables_is_read_in_its_place(self):
        import docx

        made = docx.Document()
        made.add_paragraph(LEAD)
        table = made.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = BODY, LAST
        stream = io.BytesIO()
        made.save(stream)
        assert [p.text for p in read(stream.getvalue(), "a.docx").paragraphs] == [LEAD, BODY, LAST]

    def test_a_damaged_part_is_said(self):
        content = io.BytesIO(word(LEAD))
        with zipfile.ZipFile(content) as archive:
            parts = {i.filename: archive.read(i) for i in archive.infolist()}
        parts["word/document.xml"] = b"<w:document"
        with pytest.raises(ReadError, match=r"^a.docx: the Word file is damaged; open it in a word processor"):
            read(zipped(parts), "a.docx")


class TestOpenDocument:
    def test_styles_give_kinds_and_the_title(self):
        content = odt(
            odt_p("Old bridge is closed", "Title"),
            odt_p("Nobody knows who pays", "Subtitle"),
            odt_p(LEAD),
            '<text:h text:outline-level="2">Who pays</text:h>',
            f"<text:list><text:list-item>{odt_p('The council')}</text:list-item></text:list>",
            odt_p("We told them", "Quotations"),
            meta="<dc:creator>Jane Doe</dc:creator>",
        )
        article = read(content, "bell.odt")
        assert (article.title, article.author) == ("Old bridge is closed", "Jane Doe")
        assert pieces(article) == [
            ("standfirst", "Nobody knows who pays"),
            ("body", LEAD),
            ("heading", "Who pays"),
            ("list", "The council"),
            ("quote", "We told them"),
        ]

    def test_spaces_tabs_and_spans_keep_their_place_and_notes_go(self):
        block = "<text:p>A <text:span>bold</text:span><text:s/>word<text:note>gone</text:note> here</text:p>"
        assert pieces(read(odt(block), "a.odt")) == [("body", "A bold word here")]

    def test_entities_are_refused(self):
        bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
        with pytest.raises(ReadError, match="damaged or no text document"):
            read(zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": bomb}), "a.odt")


class TestRtf:
    def test_characters_of_every_alphabet_and_paragraphs_are_read(self):
        article = read(rtf("Old bridge “is” closed", LEAD, "Łódź – 9 €"), "a.rtf")
        assert [p.text for p in article.paragraphs] == ["Old bridge “is” closed", LEAD, "Łódź – 9 €"]

    def test_the_file_s_title_is_taken_where_the_text_begins_with_it(self):
        head = "{\\info{\\title Old bridge is closed}{\\author Jane Doe}}"
        article = read(rtf("Old bridge is closed", LEAD, head=head), "a.rtf")
        assert (article.title, article.author) == ("Old bridge is closed", "Jane Doe")
        assert read(rtf("Another headline", LEAD, head=head), "a.rtf").title == ""

    def test_pictures_and_binary_data_are_left_out(self):
        picture = "{\\pict\\pngblip " + "89504e47" * 5000 + "}"
        binary = rtf(LEAD, head=picture).replace(b"\\f0 The", b"{\\pict\\bin5 \\par}}\\f0 The")
        assert [p.text for p in read(binary, "a.rtf").paragraphs] == [LEAD]


def columns(*texts, x=(50, 320), width=38):
    return [
        line for text, left in zip(texts, x, strict=False) for line in set_lines(text, x=left, top=700, width=width)
    ]


class TestPdf:
    def test_a_text_in_one_column_keeps_its_paragraphs(self):
        page = [
            *set_lines("Old bridge is closed", x=60, top=780, width=60),
            *set_lines(LEAD, x=60, top=740, width=60),
            *set_lines(BODY, x=60, top=690, width=60),
        ]
        assert [p.text for p in read(pdf([page]), "a.pdf").paragraphs] == ["Old bridge is closed", LEAD, BODY]

    def test_indents_begin_paragraphs(self):
        first = set_lines(LEAD, x=60, top=740, width=60, indent=3)
        second = set_lines(BODY, x=60, top=740 - 12 * len(first), width=60, indent=3)
        assert [p.text for p in read(pdf([[*first, *second]]), "a.pdf").paragraphs] == [LEAD, BODY]

    def test_two_columns_are_read_one_after_the_other_under_their_headline(self):
        head: list[Line] = [(60, 780, "Old bridge is closed, and nobody knows who is going to pay for it")]
        left, right = f"{LEAD} {BODY}", f"{LAST} {BODY}"
        article = read(pdf([[*head, *columns(left, right)]]), "a.pdf")
        assert article.paragraphs[0].text.startswith("Old bridge is closed")
        assert " ".join(p.text for p in article.paragraphs[1:]) == f"{left} {right}"

    def test_three_columns_are_read_one_after_the_other(self):
        texts = (f"{LEAD} {LEAD}", f"{BODY} {BODY}", f"{LAST} {LAST}")
        article = read(pdf([columns(*texts, x=(30, 220, 410), width=26)], size=9), "a.pdf")
        assert " ".join(p.text for p in article.paragraphs) == " ".join(texts)

    def test_a_sentence_goes_on_over_a_page(self):
        halves = LEAD.split(" after ")
        pages = [[(60.0, 60.0, f"{halves[0]} after")], [(60.0, 780.0, halves[1])]]
        assert [p.text for p in read(pdf(pages), "a.pdf").paragraphs] == [LEAD]

    def test_running_heads_and_page_numbers_are_left_out_and_it_is_said(self):
        texts = (LEAD, BODY, LAST)
        pages = [
            [
                (60, 810, f"THE BELL {14 + n} October 2025"),
                *set_lines(t, x=60, top=740, width=60),
                (280, 30, f"- {n} -"),
            ]
            for n, t in enumerate(texts)
        ]
        reading = read_bytes(pdf(pages), "a.pdf")
        assert [p.text for p in reading.event.articles[0].paragraphs] == list(texts)
        assert reading.notes[0] == (
            "a.pdf: 6 lines were left out as running heads or page numbers, such as “THE BELL 14 October 2025”."
        )

    @pytest.mark.parametrize(
        ("lines", "joined"),
        [
            (("The engi-", "neers came."), "The engineers came."),
            (("A long-term plan. The long-", "term costs."), "A long-term plan. The long-term costs."),
            (("The Oder-", "Neisse line."), "The Oder- Neisse line."),
            (
                ("Last night, the time of the night-", "time release."),
                "Last night, the time of the night-time release.",
            ),
        ],
    )
    def test_words_broken_at_a_line_s_end_are_whole_again(self, lines, joined):
        page = [(60.0, 700 - 12.0 * n, line) for n, line in enumerate(lines)]
        assert " ".join(p.text for p in read(pdf([page]), "a.pdf").paragraphs) == joined

    def test_words_that_uneven_setting_drives_apart_are_whole_again(self):
        words = {"The", "road", "is", "closed,", "a", "way", "away"}
        assert reading_order(["The r oad is clos ed, a way"], words)[0] == ["The road is closed, a way"]

    def test_the_file_s_title_is_taken_where_the_text_begins_with_it(self):
        page = [(60.0, 780.0, "Old bridge is closed"), *set_lines(LEAD, x=60, top=740, width=60)]
        assert read(pdf([page], title="Old bridge is closed"), "a.pdf").title == "Old bridge is closed"
        assert read(pdf([page], title="layout_final_3.indd"), "a.pdf").title == ""

    def test_a_scan_is_told_from_a_damaged_file(self):
        with pytest.raises(ReadError, match="its pages are pictures without text; have the text recognised"):
            read(pdf([[]]), "a.pdf")
        with pytest.raises(ReadError, match="the PDF is damaged"):
            read(b"%PDF-1.7\nnothing more", "a.pdf")

    def test_a_locked_file_is_said(self):
        from pypdf import PdfReader, PdfWriter

        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf([[(60, 700, LEAD)]]))))
        writer.encrypt("secret", algorithm="RC4-128")
        stream = io.BytesIO()
        writer.write(stream)
        with pytest.raises(ReadError, match="it is locked with a password; unlock it and save it again"):
            read(stream.getvalue(), "a.pdf")


MADE = {
    ".docx": word(LEAD, BODY),
    ".odt": odt(odt_p(LEAD), odt_p(BODY)),
    ".rtf": rtf(LEAD, BODY),
    ".pdf": pdf([[*set_lines(LEAD, x=60, top=740, width=60), *set_lines(BODY, x=60, top=640, width=60)]]),
    ".txt": f"{LEAD}\n\n{BODY}".encode(),
    ".md": f"{LEAD}\n\n{BODY}".encode(),
    ".html": f"<html><body><article><p>{LEAD}</p><p>{BODY}</p></article></body></html>".encode(),
}


class TestEveryForm:
    @pytest.mark.parametrize("ending", MADE)
    def test_the_same_text_gives_the_same_article(self, ending):
        assert [p.text for p in read(MADE[ending], f"bell{ending}").paragraphs] == [LEAD, BODY]

    @pytest.mark.parametrize("ending", [e for e in MADE if e not in (".txt", ".md")])
    @pytest.mark.parametrize("named", [".txt", ".pdf", ".docx", ".csv", ".png", ""])
    def test_a_wrong_name_does_not_keep_a_file_from_being_read(self, ending, named):
        assert [p.text for p in read(MADE[ending], f"bell{named}").paragraphs] == [LEAD, BODY]

    @pytest.mark.parametrize("ending", [".pdf", ".docx", ".rtf", ".odt", ".xlsx"])
    def test_a_text_named_otherwise_is_read_and_it_is_said(self, ending):
        reading = read_bytes(MADE[".txt"], f"bell{ending}")
        assert len(reading.event.articles[0].paragraphs) == 2
        assert reading.notes == (f"bell{ending} is named {ending} but is really plain text; it was read as that.",)

    @pytest.mark.parametrize("ending", MADE)
    def test_lines_for_files_of_many_articles_hold_every_paragraph(self, ending):
        lines = DOCUMENTS[ending](MADE[ending], f"bell{ending}").lines
        assert " ".join(line.strip() for line in lines if line.strip()) == f"{LEAD} {BODY}"
