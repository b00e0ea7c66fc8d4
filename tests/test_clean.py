from __future__ import annotations

from dataclasses import replace

import pytest

from framing.clean import ALL_RULES, BY_HAND, RULES, clean, clean_in
from framing.read import gather
from framing.records import Event
from tests.handmade import article

LEAD = "The mayor closed the old bridge on Friday after engineers found cracks in two of its seven arches."
BODY = "Repairs will cost nine million crowns, the council said, and nobody knows yet who is going to pay for them."
LAST = "Shops on both banks of the river fear an empty winter and ask for help, which nobody has promised them so far."
REASONS = {rule.name: rule.reason for rule in ALL_RULES}


def removed(article, **options):
    return [(r.index, r.rule) for r in clean(article, **options).removed]


def kinds(*paragraphs, title="A title"):
    return [p.kind for p in clean(article("Bell", *paragraphs, title=title)).paragraphs]


class TestRules:
    @pytest.mark.parametrize(
        ("rule", "text"),
        [
            ("page edge", "top of page"),
            ("page edge", "bottom of page"),
            ("page edge", "Back to top ↑"),
            ("page edge", "Skip to main content"),
            ("see also", "See also"),
            ("see also", "See also  US Senators Unveil $118bn Package"),
            ("see also", "See also\xa0 Americans Remain Gloomy"),
            ("see also", "See also US Senators Unveil Package"),
            ("see also", "SEE ALSO: Ten bridges in danger."),
            ("see also", "Read more: what engineers found"),
            ("see also", "Read More"),
            ("see also", "More from the Bell"),
            ("see also", "Related: Mayor under fire"),
            ("see also", "Related stories"),
            ("see also", "Related article | Mayor under fire"),
            ("see also", "Watch: the bridge from above"),
            ("see also", "Don’t miss: ten bridges in danger"),
            ("see also", "Most popular"),
            ("see also", "You may also like"),
            ("see also", "(PHOTOS: The bridge in ten pictures)"),
            ("see also", "( Also on the Bell: Mayor under fire)"),
            ("see also", "[Read more: what engineers found]"),
            ("see also", "Also in The Post: Mayor under fire"),
            ("see also", "READ: What engineers found"),
            ("see also", "Opinion: Let the bridge fall"),
            ("see also", "Explore more on these topics"),
            ("credit", "Photo: Jane Doe"),
            ("credit", "Photograph: Jane Doe/Reuters"),
            ("credit", "Image credit: Jane Doe"),
            ("credit", "(Photo by Jane Doe/Getty Images)"),
            ("credit", "Getty Images"),
            ("credit", "AP Photo/Jane Doe"),
            ("credit", "(AP Photo/Jane Doe, File)"),
            ("credit", "Jane Doe/Getty Images"),
            ("credit", "Image source, Getty Images"),
            ("credit", "Image caption, The bridge in May"),
            ("agency tag", "Reuters"),
            ("agency tag", "(AP)"),
            ("agency tag", "— The Associated Press"),
            ("agency tag", "Source: Reuters"),
            ("agency tag", "Our Standards: The Thomson Reuters Trust Principles."),
            ("correction", "Correction: The bridge has seven arches, not eight. The error was made in editing."),
            ("correction", "CORRECTION (May 3, 2025): The bridge has seven arches."),
            ("correction", "Editor’s note: Ann Lee is related to the mayor."),
            ("correction", "An earlier version of this article misstated the number of arches."),
            ("correction", "This article was amended on 3 May 2025 to give the number of arches."),
            ("contact", "Follow Jane Doe on Twitter: @janedoe"),
            ("contact", "Contact the reporter at jane@bell.example."),
            ("contact", "Got a tip? Write to the newsroom."),
            ("contact", "Do you have a story about the bridge? Email us."),
            ("tags", "Tags: bridges, mayors, money"),
            ("tags", "Filed under: News"),
            ("reading time", "3 min read"),
            ("reading time", "5-minute read"),
            ("separator", "* * *"),
            ("separator", "___"),
            ("separator", "—"),
            ("media", "Play video"),
            ("media", "Slideshow (12 images)"),
            ("media", "Watch the latest video"),
            ("media", "Watch the video above."),
            ("media", "View gallery"),
            ("contributors", "Ann Lee in Varrick contributed to this report."),
            ("contributors", "Contributing: Ann Lee and Jane Doe"),
            ("contributors", "With files from The Varrick Post"),
            ("age note", "This article is more than 5 years old"),
            ("advertisement", "Advertisement"),
            ("advertisement", "ADVERTISEMENT - CONTINUE READING BELOW"),
            ("advertisement", "Story continues below advertisement"),
            ("advertisement", "Continue reading the main story"),
            ("advertisement", "Loading..."),
            ("share buttons", "Share"),
            ("share buttons", "Share this article on Facebook"),
            ("share buttons", "12 comments"),
            ("share buttons", "Comments (12)"),
            ("share buttons", "Copy link"),
            ("share buttons", "Follow us on Facebook, X and Instagram"),
            ("share buttons", "Click here to share this on Facebook"),
            ("newsletter", "Sign up for our newsletter"),
            ("newsletter", "Subscribe to get the news in your inbox every morning."),
            ("newsletter", "Get our daily briefing"),
            ("newsletter", "Sign up for daily newsletters"),
            ("newsletter", "Subscribe now to continue reading"),
            ("newsletter", "Already a subscriber? Log in."),
            ("newsletter", "You have two free articles left this month."),
            ("newsletter", "Want more? Join 40,000 readers of our newsletter."),
            ("cookies", "We use cookies to improve your experience. Read our privacy notice."),
            ("cookies", "Accept all cookies"),
            ("cookies", "Cookie settings"),
            ("copyright", "© 2025 The Bell"),
            ("copyright", "Copyright 2025 The Bell. All rights reserved."),
            ("copyright", "Copyright The Associated Press 2025"),
            ("copyright", "This material may not be published, broadcast, rewritten or redistributed."),
            ("byline", "By Jane Doe"),
            ("byline", "BY JANE DOE"),
            ("byline", "By J. R. Doe and Ann O’Neil"),
            ("byline", "By Jane Doe, transport correspondent"),
            ("byline", "By Jane Doe | The Bell"),
            ("byline", "By May Chen"),
            ("time stamp", "Published 14 October 2025"),
            ("time stamp", "Last updated: Tue, Oct. 14, 2025, 10:15 a.m. EDT"),
            ("time stamp", "Updated 3 hours ago"),
            ("time stamp", "Posted on 14.10.2025"),
            ("time stamp", "14 October 2025"),
            ("time stamp", "Tuesday, October 14, 2025 at 10:15 a.m. EDT"),
            ("time stamp", "2025-10-14"),
            ("time stamp", "UPDATE at 11:00 ET:"),
            ("see also", "Click here to read more"),
            ("see also", "Read the full story at bell.example."),
            ("see also", "Read the full story at The Bell"),
            ("correction", "This report was last updated at 11:09 a.m."),
            ("correction", "This story has been updated to include a comment by the council."),
            ("correction", "Corrections: The story gave eight arches, not seven."),
            ("contact", "Follow Bell News on WhatsApp"),
            ("contact", "Follow the Bell on Facebook."),
            ("share buttons", "View 12 comments"),
            ("newsletter", "Sign up here."),
            ("newsletter", "Download our app"),
            ("newsletter", "Download the Bell app for free."),
            ("cookies", "Read our privacy policy"),
            ("time stamp", "2025/10/14"),
            ("time stamp", "14.10.2025"),
        ],
    )
    def test_page_furniture_is_taken_out_by_its_rule(self, rule, text):
        cleaned = clean(article("Bell", LEAD, text, BODY, title="A title"))
        assert [(r.index, r.text, r.rule, r.reason) for r in cleaned.removed] == [(1, text, rule, REASONS[rule])]
        assert [p.text for p in cleaned.paragraphs] == [LEAD, BODY]

    @pytest.mark.parametrize(
        "text",
        [
            "Top of page one in every paper was the bridge.",
            "Back to top form, the team won.",
            "See also the ruling of 1998, which settled who owns the bridge.",
            "Read more books, the minister told pupils.",
            "More from the same source was soon to come.",
            "More stories emerged on Friday.",
            "Related industries will suffer, he said.",
            "Watch this space, she said.",
            "Watch out for the second storm",
            "Don’t miss the chance, she said.",
            "Most read the report as a warning.",
            "Most popular among voters, the plan failed all the same.",
            "Recommended by the panel, the repair was approved.",
            "Trending downwards, the shares closed at three crowns.",
            "Play video games all day, he told them.",
            "Watch the video and weep, he said.",
            "Advertising fell.",
            "Sponsored by the senator, the bill failed.",
            "Loading docks were closed.",
            "Continue reading the minister’s lips, he said.",
            "Share prices fell.",
            "Share of votes falls",
            "Print media are in decline.",
            "Save the children, she cried.",
            "Comments on the plan closed on Friday.",
            "Follow us, the guide cried, and they did.",
            "Join us or leave, he told the crowd, who had heard of it by email.",
            "Join the subscribers who have sued the firm.",
            "Get alerts on your phone, the police told residents.",
            "Get the briefing right, the minister told officials.",
            "Residents were told to register for alerts.",
            "The firm said that we use cookies wherever the law lets us.",
            "The watchdog fined the firm for its cookie policy on Friday.",
            "Copyright law was at the heart of the 2019 case.",
            "The women demanded that all rights reserved to men be theirs.",
            "The names may not be published without the court’s permission.",
            "By Friday night, the river had risen.",
            "By Friday, the river had risen.",
            "By Ann Lee’s count, nine shops were lost.",
            "By Christmas Eve",
            "By May",
            "Published in 2019, the report warned of cracks.",
            "Published 40 years ago, the report warned of cracks.",
            "Updated forecasts put the peak at 4 metres on Friday.",
            "Posted to Kabul in 2009, he lost a leg.",
            "Photo: the bridge in May, when nobody had looked at its arches yet.",
            "Reuters reported on Friday that the bridge was closed.",
            "AP was told of the cracks in May.",
            "Correction of the course was needed, the captain said.",
            "Corrections officers were called to the bridge.",
            "An earlier version of the plan had seven arches.",
            "This article of faith was questioned on Friday.",
            "This report was commissioned by the council.",
            "Follow the money, she said.",
            "Contact with the boat was lost on Friday.",
            "Do you have children? Then you know the school by the bridge.",
            "Got a bridge? The council had one, and closed it.",
            "Topics of the evening were the bridge and its arches.",
            "Opinion: the word alone makes engineers angry.",
            "Opinion was divided on Friday.",
            "Read: that is what the mayor told the council to do.",
            "14 October 2025 was the day on which the bridge was closed.",
            "3 minutes later the bridge fell.",
            "“…”, he said.",
            "Credit: that is what the council lost on Friday.",
            "Getty Images sued the council on Friday.",
            "Contributing to the closure was the weather.",
            "Corrections: 1,200 officers will be hired by the state prison service next year.",
            "This report was updated by the ministry in March and found that 1,200 people had died.",
            "This report was updated in March and found that 1,200 people had died.",
            "This story was updated for the stage in 1994 and has been played ever since.",
            "An earlier version of this report leaked in May and cost the minister his post.",
            "Also in Paris: riots broke out near the bridge, police said.",
            "Recommended: a full public inquiry into the bridge, the coroner wrote.",
            "Topics: taxes, health and schools, the party said",
            "Follow the money on Facebook and you find a lobbyist, the senator said.",
            "Follow the river on Facebook and you see it rise.",
            "Read the full report, the judge told them.",
            "Download the app and you are lost, she said.",
            "Comments were closed.",
            "Sign up or leave, he told them.",
        ],
    )
    def test_body_text_that_looks_alike_stays(self, text):
        assert removed(article("Bell", LEAD, text, BODY, title="A title")) == []

    def test_a_long_paragraph_that_begins_like_furniture_stays(self):
        assert removed(article("Bell", LEAD, "See also: " + "the ruling " * 20, title="A title")) == []

    def test_a_long_paragraph_that_stands_twice_is_kept_once(self):
        assert removed(article("Bell", LEAD, BODY, LEAD, title="A title")) == [(2, "repeated")]

    def test_a_short_paragraph_may_stand_twice(self):
        assert removed(article("Bell", "It rained.", BODY, "It rained.", title="A title")) == []

    def test_every_rule_has_a_name_of_its_own_and_a_reason(self):
        names = [rule.name for rule in ALL_RULES]
        assert len(set(names)) == len(names)
        assert {rule.name for rule in RULES} < set(names)
        assert all(len(reason.split()) > 2 for reason in REASONS.values())


class TestDateline:
    REST = "The mayor closed the old bridge on Friday."

    @pytest.mark.parametrize(
        "dateline",
        [
            "VARRICK (Reuters) -",
            "VARRICK, Oct. 14 (Reuters) -",
            "VARRICK, Ardmere, Oct 14 -",
            "PORT VARRICK, Ardmere (AP) —",
            "ST. ANNE’S, N.H. —",
            "PORT-AU-VARRICK –",
            "VARRICK --",
            "(CNN) —",
            "(CNN)",
            "Varrick (CNN)",
            "(Reuters) -",
            "VARRICK (Corva Newswire) -",
        ],
    )
    def test_a_dateline_is_taken_off_the_first_paragraph(self, dateline):
        cleaned = clean(article("Bell", f"{dateline} {self.REST}", BODY, title="A title"))
        assert [(r.index, r.text, r.rule, r.whole) for r in cleaned.removed] == [(0, dateline, "dateline", False)]
        assert [p.text for p in cleaned.paragraphs] == [self.REST, BODY]

    @pytest.mark.parametrize(
        "text",
        [
            "NATO - an alliance of many - met on Friday.",
            "The mayor - a man of few words - closed it.",
            "Varrick – The mayor closed it.",
            "CEO Ann Lee (right) closed it.",
            "VAT rises on Friday.",
            "NATO — Europe’s shield, as some say — met on Friday.",
            "UNESCO — The bridge is on its list.",
            "MP Ann Lee (Labour) spoke.",
            "The Bell (AP) reported it.",
        ],
    )
    def test_a_sentence_that_looks_alike_stays_whole(self, text):
        cleaned = clean(article("Bell", text, BODY, title="A title"))
        assert [p.text for p in cleaned.paragraphs] == [text, BODY]

    def test_it_is_taken_below_a_standfirst_and_not_further_down(self):
        text = f"VARRICK (Reuters) - {self.REST}"
        assert removed(article("Bell", LEAD, text, BODY, title="A title")) == [(1, "dateline")]
        assert removed(article("Bell", LEAD, BODY, text, title="A title")) == []

    def test_it_can_be_put_back_and_switched_off(self):
        made = article("Bell", f"VARRICK (Reuters) - {self.REST}", BODY, title="A title")
        assert clean(made, restored={(made.id, 0)}).paragraphs[0].text == made.paragraphs[0].text
        assert clean(made, off={"dateline"}).paragraphs[0].text == made.paragraphs[0].text


class TestLinkBox:
    BOX = "Ana Maria TamsinFerry talks fail again Port “to close within weeks” MORE"

    def cleaned(self, text, **chosen):
        return clean(article("Bell", text, LEAD, BODY, title="A title"), **chosen)

    @pytest.mark.parametrize("after", [" closed the bridge.", "’s bridge is closed.", " (L-Varrick) closed it."])
    def test_it_is_taken_out_of_its_sentence(self, after):
        found = self.cleaned(f"On Friday Sen. Ana Tamsin {self.BOX}{after}")
        assert found.paragraphs[0].text == f"On Friday Sen. Ana Tamsin{after}"
        assert [(r.index, r.text, r.rule, r.whole) for r in found.removed] == [(0, self.BOX, "link box", False)]

    def test_two_of_them_and_a_dateline_are_one_removal(self):
        other = "Bo LeeMayor quits over bridge MORE"
        found = self.cleaned(f"VARRICK (Reuters) - Ana Tamsin {self.BOX} met Bo Lee {other} here.")
        assert found.paragraphs[0].text == "Ana Tamsin met Bo Lee here."
        assert [r.text for r in found.removed] == [f"VARRICK (Reuters) - … {self.BOX} … {other}"]

    @pytest.mark.parametrize(
        "text",
        [
            "Ana Tamsin said that Ana Maria Tamsin wants MORE of it.",
            "Old MacDonald MacDonaldson wants MORE bridges in this town.",
            "Ana Tamsin Ana Maria TamsinFerry talks fail again and more.",
        ],
    )
    def test_a_sentence_that_looks_alike_stays_whole(self, text):
        assert self.cleaned(text).paragraphs[0].text == text

    def test_it_can_be_put_back_and_switched_off(self):
        text = f"On Friday Ana Tamsin {self.BOX} closed it."
        made = article("Bell", text, LEAD, BODY, title="A title")
        assert clean(made, restored={(made.id, 0)}).paragraphs[0].text == text
        assert clean(made, off={"link box"}).paragraphs[0].text == text


class TestChoice:
    FURNISHED = article("Bell", "top of page", LEAD, "Share", BODY, "bottom of page", title="A title")

    def test_a_rule_that_is_off_removes_nothing(self):
        assert removed(self.FURNISHED, off={"page edge"}) == [(2, "share buttons")]

    def test_a_paragraph_put_back_stands_in_its_place(self):
        cleaned = clean(self.FURNISHED, restored={(self.FURNISHED.id, 2)})
        assert [p.text for p in cleaned.paragraphs] == [LEAD, "Share", BODY]
        assert [r.index for r in cleaned.removed] == [0, 4]

    def test_a_paragraph_that_no_rule_takes_is_taken_out_by_hand_and_listed(self):
        cleaned = clean(self.FURNISHED, left_out={(self.FURNISHED.id, 1), ("another", 3)})
        assert [(r.index, r.rule, r.whole) for r in cleaned.removed] == [
            (0, "page edge", True),
            (1, BY_HAND.name, True),
            (2, "share buttons", True),
            (4, "page edge", True),
        ]
        assert [p.text for p in cleaned.paragraphs] == [BODY]

    def test_what_is_taken_out_by_hand_stays_out_though_it_was_put_back(self):
        key = {(self.FURNISHED.id, 2)}
        assert removed(self.FURNISHED, restored=key, left_out=key)[1] == (2, BY_HAND.name)

    def test_the_second_of_two_alike_stays_where_the_first_is_taken_out_by_hand(self):
        twice = article("Bell", LEAD, BODY, LEAD, title="A title")
        assert removed(twice, left_out={(twice.id, 0)}) == [(0, BY_HAND.name)]

    def test_a_paragraph_with_a_dateline_goes_whole(self):
        made = article("Bell", f"VARRICK (Reuters) - {LEAD}", BODY, title="A title")
        (gone,) = clean(made, left_out={(made.id, 0)}).removed
        assert (gone.text, gone.whole) == (made.paragraphs[0].text, True)

    @pytest.mark.parametrize(
        ("title", "paragraphs", "places"),
        [
            ("A title", ("top of page", LEAD, "Share", BODY), (1, 3)),
            ("", ("top of page", "Old bridge is closed", LEAD, BODY), (2, 3)),
            ("A title", (f"VARRICK (Reuters) - {LEAD}", BODY), (0, 1)),
        ],
    )
    def test_each_paragraph_that_stays_knows_its_place(self, title, paragraphs, places):
        made = article("Bell", *paragraphs, title=title)
        cleaned = clean(made)
        assert cleaned.places == places
        assert [made.paragraphs[i].text[-20:] for i in places] == [p.text[-20:] for p in cleaned.paragraphs]

    def test_an_event_s_decisions_are_followed(self):
        id = self.FURNISHED.id
        event = Event("", (), restored=frozenset({(id, 0)}), rules_off=frozenset({"share buttons"}))
        event = replace(event, left_out=frozenset({(id, 3)}))
        found = [(r.index, r.rule) for r in clean_in(event, self.FURNISHED).removed]
        assert found == [(3, BY_HAND.name), (4, "page edge")]

    def test_what_is_put_back_in_one_article_is_not_put_back_in_another(self):
        assert removed(self.FURNISHED, restored={("another", 2)}) == removed(self.FURNISHED)

    def test_removed_and_kept_together_are_the_article(self):
        cleaned = clean(self.FURNISHED)
        gone = {r.index for r in cleaned.removed}
        kept = iter(cleaned.paragraphs)
        rebuilt = [p if i in gone else next(kept) for i, p in enumerate(self.FURNISHED.paragraphs)]
        assert [p.text for p in rebuilt] == [p.text for p in self.FURNISHED.paragraphs]

    def test_putting_a_paragraph_back_changes_no_id(self):
        assert clean(self.FURNISHED, restored={(self.FURNISHED.id, 0)}).id == clean(self.FURNISHED).id

    def test_a_mark_put_back_at_the_top_does_not_become_the_title(self):
        untitled = article("Bell", "top of page", "Old bridge is closed", LEAD, BODY)
        cleaned = clean(untitled, restored={(untitled.id, 0)})
        assert cleaned.title == "Old bridge is closed"
        assert [p.text for p in cleaned.paragraphs] == ["top of page", LEAD, BODY]

    def test_a_doubled_title_put_back_stays(self):
        doubled = article("Bell", "Old bridge is closed", LEAD, title="Old bridge is closed")
        assert removed(doubled, restored={(doubled.id, 0)}) == []

    def test_the_doubled_title_can_be_switched_off(self):
        doubled = article("Bell", "Old bridge is closed", LEAD, title="Old bridge is closed")
        assert removed(doubled, off={"doubled title"}) == []


class TestTitle:
    @pytest.mark.parametrize(
        "first",
        ["Old bridge is closed", "Who pays for the bridge?", "“It will fall”", "And then it fell...", "It fell!"],
    )
    def test_a_short_first_paragraph_without_a_full_stop_is_the_title(self, first):
        cleaned = clean(article("Bell", first, LEAD, BODY))
        assert (cleaned.title, [p.text for p in cleaned.paragraphs]) == (first, [LEAD, BODY])

    @pytest.mark.parametrize("first", [LEAD, "It fell.", "The mayor said: “It is closed.”", "Bridge " * 31])
    def test_a_sentence_or_a_long_first_paragraph_is_not(self, first):
        cleaned = clean(article("Bell", first, BODY))
        assert (cleaned.title, len(cleaned.paragraphs)) == ("", 2)

    def test_the_only_paragraph_is_not(self):
        assert clean(article("Bell", "Old bridge is closed")).title == ""

    def test_the_title_is_found_below_the_page_edge_and_the_byline(self):
        cleaned = clean(article("Bell", "top of page", "By Jane Doe", "Old bridge is closed", LEAD))
        assert (cleaned.title, [r.rule for r in cleaned.removed]) == ("Old bridge is closed", ["page edge", "byline"])

    def test_a_title_that_is_given_is_not_looked_for(self):
        cleaned = clean(article("Bell", "Cracks in two arches", LEAD, title=" Old bridge is closed "))
        assert (cleaned.title, cleaned.paragraphs[0].text) == ("Old bridge is closed", "Cracks in two arches")

    def test_the_same_headline_again_is_taken_out_whatever_its_marks_and_case(self):
        doubled = article("Bell", "OLD BRIDGE “IS CLOSED”", LEAD, title="Old bridge is closed")
        assert removed(doubled) == [(0, "doubled title")]

    def test_a_headline_repeated_deep_in_the_text_stays(self):
        assert removed(article("Bell", LEAD, BODY, LAST, "Old bridge is closed", title="Old bridge is closed")) == []


class TestKinds:
    def test_a_short_line_before_a_paragraph_is_a_heading(self):
        assert kinds(LEAD, "Who is going to pay", BODY) == ["body", "heading", "body"]

    def test_a_short_question_before_a_paragraph_is_a_heading(self):
        assert kinds(LEAD, "Who is going to pay?", BODY) == ["body", "heading", "body"]

    @pytest.mark.parametrize("text", ["It rained.", "The mayor said:", "he left", "“We are ready”", "Stop!"])
    def test_a_short_line_of_another_shape_is_body(self, text):
        assert kinds(LEAD, text, BODY) == ["body", "body", "body"]

    def test_a_short_line_at_the_end_heads_nothing(self):
        assert kinds(LEAD, BODY, "Who is going to pay") == ["body", "body", "body"]

    def test_a_short_line_before_another_short_one_heads_nothing(self):
        assert kinds("Nine million crowns", "It rained.", LEAD) == ["body", "body", "body"]

    def test_a_short_first_paragraph_where_the_others_are_long_is_a_standfirst(self):
        assert kinds("Nobody knows who is going to pay.", LEAD, BODY, LAST, BODY[::-1]) == ["standfirst", *["body"] * 4]

    def test_a_lead_as_long_as_the_others_is_body(self):
        assert kinds(LEAD, BODY, LAST, BODY[::-1]) == ["body"] * 4

    @pytest.mark.parametrize("text", ["• nine million crowns", "- two arches", "1. Close it", "12) Wait", "— Wait"])
    def test_a_line_with_a_bullet_or_a_number_is_a_list(self, text):
        assert kinds(LEAD, text, BODY) == ["body", "list", "body"]

    @pytest.mark.parametrize("text", ["14 October was the day.", "-5 degrees were measured.", "1998 was worse."])
    def test_a_line_that_begins_with_a_figure_is_not(self, text):
        assert kinds(LEAD, text, BODY) == ["body", "body", "body"]

    @pytest.mark.parametrize("text", ["File photo: the bridge in May", "Picture: how the bridge looked in May"])
    def test_a_picture_s_line_is_a_caption(self, text):
        assert kinds(LEAD, text, BODY) == ["body", "caption", "body"]

    @pytest.mark.parametrize("text", ["Picture this: a town without a bridge.", "Image rights: the club’s new fight."])
    def test_a_sentence_about_pictures_is_not(self, text):
        assert kinds(LEAD, text, BODY) == ["body", "body", "body"]

    def test_an_empty_paragraph_of_an_article_made_by_hand_does_no_harm(self):
        assert kinds(LEAD, "", BODY) == ["body", "body", "body"]


class TestPutinOffer:
    """The two articles that the project began from, held against their own files."""

    @pytest.fixture
    def lines(self, putin_offer):
        paths = sorted(putin_offer.glob("*.txt"))
        return [[line.strip() for line in p.read_text("utf-8").splitlines() if line.strip()] for p in paths]

    @pytest.fixture
    def cleaned(self, putin_offer):
        return [clean(article) for article in gather([putin_offer]).event.articles]

    def test_the_page_edges_and_the_see_also_lines_are_removed_and_nothing_else(self, cleaned, lines):
        first, second = cleaned
        assert [(r.text, r.rule) for r in first.removed] == [
            ("top of page", "page edge"),
            ("bottom of page", "page edge"),
        ]
        see_also = [line for line in lines[1] if line.startswith("See also")]
        assert len(see_also) == 2
        assert [(r.text, r.rule) for r in second.removed] == [(line, "see also") for line in see_also]

    def test_each_removal_gives_its_reason(self, cleaned):
        assert {r.reason for a in cleaned for r in a.removed} == {
            "a mark for the top or bottom of the page",
            "a pointer to another article",
        }

    def test_titles_are_found_and_every_other_line_stays_whole_and_in_order(self, cleaned, lines):
        for article_, all_lines in zip(cleaned, lines, strict=True):
            gone = {r.text for r in article_.removed}
            title, *body = [line for line in all_lines if line not in gone]
            assert article_.title == title
            assert [p.text for p in article_.paragraphs] == body

    def test_section_headings_are_headings_and_no_other_paragraph_is(self, cleaned):
        first, second = cleaned
        assert {p.kind for p in first.paragraphs} == {"body"}
        for paragraph in second.paragraphs:
            assert (paragraph.kind == "heading") == (len(paragraph.text.split()) < 10)
        assert [p.kind for p in second.paragraphs].count("heading") == 6

    def test_the_line_below_the_second_headline_is_its_standfirst(self, cleaned):
        assert [p.kind for p in cleaned[1].paragraphs].index("standfirst") == 0
