use back_office::sales::{
    ChangeLine, InvoiceDiscountCalculation, LineEntry, LineKind, NewDocument, NewLine, header, line,
};
use values::Code;

use super::Part;
use super::entry::entry;

fn line(number: i32, source: &str, quantity: i32) -> line::Model {
    line::Model {
        line_number: number,
        kind: LineKind::Item,
        number: Code::cut("1000"),
        description: "Shirt".into(),
        quantity: quantity.into(),
        unit_price: 100.into(),
        source_id: source.into(),
        ..line::Model::default()
    }
}

fn new(source: &str, quantity: i32) -> NewLine {
    NewLine {
        kind: LineKind::Item,
        number: Code::cut("1000"),
        quantity: quantity.into(),
        unit_price: Some(100.into()),
        source_id: source.into(),
        ..NewLine::default()
    }
}

fn wanted(lines: Vec<NewLine>) -> NewDocument {
    NewDocument { lines, ..NewDocument::default() }
}

#[test]
fn a_line_is_known_by_its_id_and_one_that_a_person_has_added_is_left_alone() {
    let (header, by_hand) = (header::Model::default(), line(40_000, "", 5));
    let lines = [line(10_000, "1", 1), line(20_000, "2", 1), line(30_000, "3", 1), by_hand];
    let entry = entry((&header, &lines), &wanted(vec![new("1", 1), new("2", 4), new("9", 1)]), &[]).unwrap();
    let told: Vec<_> =
        entry.lines.iter().map(|line| format!("{line:?}").chars().take(13).collect::<String>()).collect();
    assert_eq!(told, ["Change(20000,", "Add(NewLine {", "Remove(30000)"]);
    let LineEntry::Change(_, change) = &entry.lines[0] else { panic!("it is changed") };
    let expected = ChangeLine {
        quantity: Some(4.into()),
        unit_price: Some(100.into()),
        line_discount_amount: Some(Default::default()),
        ..ChangeLine::default()
    };
    assert_eq!(**change, expected, "its price is given with its quantity, and not found anew");
}

#[test]
fn a_line_gets_another_location_only_where_shopify_has_moved_it() {
    let header = header::Model::default();
    let wanted = wanted(vec![NewLine { location_code: Code::cut("RED"), ..new("1", 1) }, new("2", 1)]);
    let by_hand = |number, source| line::Model { location_code: Code::cut("BLUE"), ..line(number, source, 1) };
    let lines = [by_hand(10_000, "1"), by_hand(20_000, "2")];
    assert!(entry((&header, &lines), &wanted, &[]).unwrap().lines.is_empty(), "what a person has chosen stays");
    let moved = entry((&header, &lines), &wanted, &[(Part::Location, "1")]).unwrap().lines;
    let [LineEntry::Change(10_000, change)] = moved.as_slice() else { panic!("one line is moved: {moved:?}") };
    assert_eq!(**change, ChangeLine { location_code: Some(Code::cut("RED")), ..ChangeLine::default() });
}

#[test]
fn a_line_that_a_person_has_split_is_theirs_to_change() {
    let lines = [line(10_000, "1", 1), line(20_000, "1", 1)];
    let refused = entry((&header::Model::default(), &lines), &wanted(vec![new("1", 3)]), &[]).unwrap_err();
    assert!(refused.to_string().contains("was split by hand"), "{refused}");
}

#[test]
fn of_the_header_only_what_shopify_changed_is_entered() {
    let document =
        NewDocument { work_description: "Ring".into(), email: "new@example.com".into(), ..wanted(Vec::new()) };
    let header = header::Model::default();
    let none = entry((&header, &[]), &document, &[]).unwrap().document;
    assert_eq!((none.work_description, none.email), (None, None));
    let note = entry((&header, &[]), &document, &[(Part::WorkDescription, "")]).unwrap().document;
    assert_eq!((note.work_description.as_deref(), note.email), (Some("Ring"), None));
}

#[test]
fn a_discount_that_follows_the_customers_code_is_left_to_it() {
    let by_code = header::Model {
        invoice_discount_calculation: InvoiceDiscountCalculation::Percent,
        invoice_discount_value: 10.into(),
        ..header::Model::default()
    };
    assert_eq!(entry((&by_code, &[]), &wanted(Vec::new()), &[]).unwrap().invoice_discount, None);
    let by_hand = header::Model { invoice_discount_calculation: InvoiceDiscountCalculation::Amount, ..by_code };
    assert_eq!(entry((&by_hand, &[]), &wanted(Vec::new()), &[]).unwrap().invoice_discount, Some(0.into()));
}
