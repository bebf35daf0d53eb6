//! The lines of a document, in columns.

use back_office::sales::{LineKind, posted::line};
use back_office::vat::Calculation;

use super::read::Printed;
use super::sums::in_figures;
use crate::{Cell, Column, Language, Row, Side};

/// What stands in a column for a line.
type Text = fn(&Printed, Language, &line::Model) -> Cell;

/// The columns of a document, with what stands in them.
pub(super) struct Columns<'a> {
    printed: &'a Printed,
    language: Language,
    columns: Vec<(Column, Text)>,
}

impl<'a> Columns<'a> {
    /// Those that the document has something for.
    pub(super) fn of(printed: &'a Printed, language: Language) -> Self {
        let (words, with_vat) = (language.words(), printed.header.prices_including_vat);
        let text = |label| Column { label, side: Side::Left, wide: false };
        let figure = |label| Column { label, side: Side::Right, wide: false };
        let mut columns: Vec<(Column, Text)> = vec![
            (text(words.number), number),
            (Column { wide: true, ..text(words.description) }, |_, _, line| line.description.clone()),
            (figure(words.quantity), |_, language, line| language.number(line.quantity.decimal(), 0)),
            (text(words.unit), |_, _, line| line.unit_of_measure_code.to_string()),
            (figure(if with_vat { words.unit_price_with_vat } else { words.unit_price }), price),
        ];
        if printed.lines.iter().any(|line| !line.line_discount_percent.is_zero()) {
            columns.push((figure(words.discount), discount));
        }
        columns.push((figure(words.vat), vat));
        let amount: Text = |printed, language, line| in_figures(printed, language, line.line_amount);
        columns.push((figure(if with_vat { words.amount_with_vat } else { words.amount }), amount));
        Self { printed, language, columns }
    }

    /// What stands above them.
    pub(super) fn heads(&self) -> Vec<Column> {
        self.columns.iter().map(|(column, _)| column.clone()).collect()
    }

    /// What stands in them, line by line.
    pub(super) fn rows(&self) -> Vec<Row> {
        let row = |line: &line::Model| match line.kind {
            LineKind::Comment => Row::Text(line.description.clone()),
            _ => Row::Cells(self.columns.iter().map(|(_, text)| text(self.printed, self.language, line)).collect()),
        };
        self.printed.lines.iter().map(row).collect()
    }
}

/// The item; an account is nobody's concern but the company's.
fn number(_: &Printed, _: Language, line: &line::Model) -> Cell {
    match line.kind {
        LineKind::Item if line.variant_code.is_blank() => line.number.to_string(),
        LineKind::Item => format!("{}\n{}", line.number, line.variant_code),
        _ => String::new(),
    }
}

/// Prices may be finer than amounts.
fn price(printed: &Printed, language: Language, line: &line::Model) -> Cell {
    language.number(line.unit_price.decimal(), printed.precision.normalize().scale())
}

fn discount(_: &Printed, language: Language, line: &line::Model) -> Cell {
    if line.line_discount_percent.is_zero() {
        return String::new();
    }
    language.percent(line.line_discount_percent.decimal())
}

/// What of it is VAT; nothing where the buyer accounts for it, which a note says.
fn vat(_: &Printed, language: Language, line: &line::Model) -> Cell {
    match line.vat_calculation_type {
        Calculation::ReverseCharge => "–".to_owned(),
        _ => language.percent(line.vat_percent.decimal()),
    }
}
