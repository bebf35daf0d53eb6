use rust_decimal::Decimal;
use values::Code;
use values::money::Quantity;

use super::amounts::{self, LineAmounts};
use super::rows::{Rows, header_row, line_row};
use super::{Context, DocumentType, LineKind, NewDocument, NewLine, Setup, line};
use crate::{Error, Result, accounts, customers};

/// What a line sells, looked up.
pub(super) struct Prepared {
    pub(super) description: String,
    pub(super) unit_of_measure_code: Code<10>,
    pub(super) quantity_per_unit_of_measure: Quantity,
    pub(super) vat_product_posting_group: Code<20>,
    pub(super) general_product_posting_group: Code<20>,
    pub(super) amounts: LineAmounts,
}

/// Checks a new document against the set-up and works out its rows. Needs its customers and items to be met.
pub(super) fn prepare(setup: &Setup, document_type: DocumentType, new: &NewDocument, cx: &Context) -> Result<Rows> {
    if new.lines.is_empty() {
        return Err(Error::NoLines);
    }
    let sell_to = setup.customer(&new.sell_to_customer, document_type)?;
    let bill_to = setup.customer(&new.bill_to_customer, document_type)?;
    setup.check_methods(new)?;
    let precision = setup.precision(&setup.currency(&new.currency_code))?;

    let lines = new.lines.iter().enumerate();
    let lines: Vec<Prepared> = lines
        .map(|(at, line)| prepare_line(setup, document_type, at + 1, line, (&sell_to, precision)))
        .collect::<Result<_>>()?;
    let mut worked: Vec<LineAmounts> = lines.iter().map(|line| line.amounts.clone()).collect();
    amounts::work_out(&mut worked, new.invoice_discount, new.prices_including_vat, precision)?;

    let id = cx.random.id(cx.now);
    let rows = lines.into_iter().zip(new.lines.iter()).zip(worked.iter()).enumerate();
    let lines: Vec<line::Model> = rows
        .map(|(at, ((prepared, new), amounts))| line_row(cx, (document_type, id), at, (prepared, new, amounts)))
        .collect();
    let header = header_row(setup, (document_type, new), cx, id, (&sell_to, &bill_to), &lines)?;
    Ok(Rows { header: Box::new(header), lines })
}

fn prepare_line(
    setup: &Setup,
    document_type: DocumentType,
    at: usize,
    new: &NewLine,
    (sell_to, precision): (&customers::Model, Decimal),
) -> Result<Prepared> {
    match new.kind {
        LineKind::Comment => comment(new),
        LineKind::Item => item(setup, document_type, at, new, (sell_to, precision)),
        LineKind::Account => account(setup, at, new, (sell_to, precision)),
    }
}

fn comment(new: &NewLine) -> Result<Prepared> {
    Ok(Prepared {
        description: new.description.clone().unwrap_or_default(),
        unit_of_measure_code: Code::blank(),
        quantity_per_unit_of_measure: 1.into(),
        vat_product_posting_group: Code::blank(),
        general_product_posting_group: Code::blank(),
        amounts: LineAmounts::default(),
    })
}

fn item(
    setup: &Setup,
    document_type: DocumentType,
    at: usize,
    new: &NewLine,
    (sell_to, precision): (&customers::Model, Decimal),
) -> Result<Prepared> {
    let item = setup.item(&new.number, document_type)?;
    let variant = item.variant(&new.variant_code)?;
    setup.check_location(&new.location_code)?;
    let description = variant.map(|variant| &variant.description).filter(|text| !text.is_empty());
    let mut amounts = amounts_of(at, new, precision)?;
    amounts.allow_invoice_discount = item.model.allow_invoice_discount;
    let vat_group = &item.model.vat_product_posting_group;
    charge_vat(setup, &mut amounts, sell_to, vat_group)?;
    let (unit_of_measure_code, quantity_per_unit_of_measure) = item.unit(new.unit_of_measure_code.as_ref())?;
    Ok(Prepared {
        description: new.description.as_ref().or(description).unwrap_or(&item.model.description).clone(),
        unit_of_measure_code,
        quantity_per_unit_of_measure,
        vat_product_posting_group: vat_group.clone(),
        general_product_posting_group: item.model.general_product_posting_group.clone(),
        amounts,
    })
}

fn account(
    setup: &Setup,
    at: usize,
    new: &NewLine,
    (sell_to, precision): (&customers::Model, Decimal),
) -> Result<Prepared> {
    let account = setup.account(&new.number)?;
    accounts::check_direct_posting(account)?;
    let mut amounts = amounts_of(at, new, precision)?;
    charge_vat(setup, &mut amounts, sell_to, &account.vat_product_posting_group)?;
    Ok(Prepared {
        description: new.description.clone().unwrap_or_else(|| account.name.clone()),
        unit_of_measure_code: new.unit_of_measure_code.clone().unwrap_or_default(),
        quantity_per_unit_of_measure: 1.into(),
        vat_product_posting_group: account.vat_product_posting_group.clone(),
        general_product_posting_group: account.general_product_posting_group.clone(),
        amounts,
    })
}

fn amounts_of(at: usize, new: &NewLine, precision: Decimal) -> Result<LineAmounts> {
    LineAmounts::new(at, (new.quantity, new.unit_price, new.line_discount_amount), precision)
}

fn charge_vat(
    setup: &Setup,
    amounts: &mut LineAmounts,
    sell_to: &customers::Model,
    product_group: &Code<20>,
) -> Result<()> {
    let vat = setup.vat(&sell_to.vat_business_posting_group, product_group)?;
    amounts.vat_percent = vat.charged();
    amounts.vat_identifier = vat.identifier.to_string();
    amounts.calculation = vat.calculation_type;
    Ok(())
}
