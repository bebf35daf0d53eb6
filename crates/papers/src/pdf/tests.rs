use typst::layout::{Frame, FrameItem};

use super::set;
use crate::{Column, Day, Fact, Row, Sheet, Side, Total, VatTable, pdf};

/// What is to be read on each page, from top to bottom.
fn pages(sheet: &Sheet) -> Vec<String> {
    let mut pages = Vec::new();
    for page in set(sheet).unwrap().pages() {
        let mut text = String::new();
        read(&page.frame, &mut text);
        pages.push(text);
    }
    pages
}

fn read(frame: &Frame, text: &mut String) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => read(&group.frame, text),
            FrameItem::Text(item) => {
                text.push_str(&item.text);
                text.push('|');
            }
            _ => {}
        }
    }
}

/// A text without what only keeps its parts apart.
fn close(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, '|' | '\u{200b}')).collect()
}

fn fact(label: &str, value: &str) -> Fact {
    Fact { label: label.into(), value: value.into() }
}

/// An invoice with such lines.
fn invoice(rows: Vec<Row>) -> Sheet {
    let column = |label, side, wide| Column { label, side, wide };
    Sheet {
        language: "en",
        title: "Invoice",
        number: "PI-1".into(),
        date: Day { year: 2026, month: 3, day: 2 },
        company: "Fjellheim AS".into(),
        company_address: vec!["Storgata 1".into()],
        bill_to_label: "Bill to",
        bill_to: vec!["Kari Nordmann".into(), "5003 Bergen".into()],
        ship_to_label: "Ship to",
        ship_to: vec!["Ola Nordmann".into()],
        facts: vec![fact("Customer no.", "C00001")],
        columns: vec![
            column("No.", Side::Left, false),
            column("Description", Side::Left, true),
            column("Amount", Side::Right, false),
        ],
        rows,
        totals: vec![Total { label: "Total".into(), value: "100.00".into(), strong: true }],
        vat: VatTable { title: "VAT specification", labels: vec!["Rate".into()], rows: vec![vec!["25%".into()]] },
        notes: vec!["Please pay.".into()],
        footer: vec![fact("IBAN", "NO93")],
        page: "Page",
        page_of: "of",
    }
}

fn line(number: &str, description: &str, amount: &str) -> Row {
    Row::Cells(vec![number.into(), description.into(), amount.into()])
}

#[test]
fn a_document_says_all_that_its_sheet_does() {
    let pages = pages(&invoice(vec![line("SHIRT", "Wool shirt", "100.00"), Row::Text("Thank you".into())]));
    assert_eq!(pages.len(), 1);
    for text in [
        "Fjellheim AS",
        "Storgata 1",
        "Invoice",
        "PI-1",
        "Bill to",
        "Kari Nordmann",
        "Ship to",
        "Ola Nordmann",
        "C00001",
        "Description",
        "SHIRT",
        "Wool shirt",
        "Thank you",
        "VAT specification",
        "25%",
        "Total",
        "Please pay.",
        "IBAN",
        "NO93",
        "Page 1 of 1",
    ] {
        assert!(close(&pages[0]).contains(&close(text)), "{text} is not in {}", pages[0]);
    }
}

#[test]
fn two_hundred_lines_go_over_pages_that_repeat_the_names_of_the_columns() {
    let rows = (0..200).map(|index| line(&format!("ITEM{index}"), "Something", "1.00")).collect();
    let pages = pages(&invoice(rows));
    assert!(pages.len() > 3, "{} pages", pages.len());
    for (index, page) in pages.iter().enumerate() {
        let numbered = format!("Page {} of {}", index + 1, pages.len());
        assert!(close(page).contains(&close(&numbered)), "{page}");
        // The last page may have nothing but the sums.
        assert!(page.contains("Description") || !page.contains("ITEM"), "{page}");
    }
    let all = pages.concat();
    assert!((0..200).all(|index| all.contains(&format!("ITEM{index}|"))), "no line is left out");
}

#[test]
fn what_looks_like_markup_is_printed_as_it_is() {
    for odd in
        ["#1 $x *y* _z_ `code` <b> @ref", "Blåbærsyltetøy ÆØÅ æøå", "= not a heading", "- not a list", "// no comment"]
    {
        let pages = pages(&invoice(vec![line("A", odd, "0.00")]));
        assert!(close(&pages[0]).contains(&close(odd)), "{odd} is not in {}", pages[0]);
    }
}

#[test]
fn emoji_have_signs_and_what_has_none_is_still_printed() {
    assert!(pages(&invoice(vec![line("A", "Jam 🫐", "0.00")]))[0].contains('🫐'));
    assert!(pdf(&invoice(vec![line("A", "お茶", "0.00")])).is_ok(), "a box stands for it");
    assert_eq!(super::missing::missing(&invoice(vec![line("A", "お茶 🫐", "0.00")])).len(), 2);
}

#[test]
fn a_word_that_does_not_end_is_broken() {
    let long = "abcdefghij".repeat(10);
    let pages = pages(&invoice(vec![line("A", &long, "0.00")]));
    assert!(close(&pages[0]).contains(&long), "{}", pages[0]);
}
