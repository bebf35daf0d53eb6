use rust_decimal::Decimal;
use values::Code;
use values::money::{Price, Quantity};

use super::amounts::{self, LineAmounts};
use super::rows::{LINE_STEP, Rows, header_row, line_row};
use super::{Context, DocumentType, LineKind, NewDocument, NewLine, Setup, line, terms};
use crate::sales_tax::Taxed;
use crate::{Result, accounts, prices};

/// What a line sells, looked up.
pub(super) struct Prepared {
    pub(super) description: String,
    pub(super) unit_of_measure_code: Code<10>,
    pub(super) quantity_per_unit_of_measure: Quantity,
    pub(super) vat_product_posting_group: Code<20>,
    pub(super) general_product_posting_group: Code<20>,
    /// How it is taxed, where sales tax is levied.
    pub(super) taxed: Taxed,
    pub(super) unit_price: Price,
    pub(super) allow_line_discount: bool,
    pub(super) amounts: LineAmounts,
}

/// What decides what the lines of a document come to.
pub(super) struct Ground<'a> {
    pub(super) setup: &'a Setup,
    pub(super) document_type: DocumentType,
    pub(super) terms: prices::Terms,
    /// The prices of what has none of its own.
    pub(super) book: &'a prices::Book,
    /// Where the buyer is taxed, and whether at all, where sales tax is levied.
    pub(super) tax_area: (Code<20>, bool),
    /// To what amounts are rounded.
    pub(super) precision: Decimal,
}

impl Ground<'_> {
    /// How a line of a tax group is taxed.
    fn taxed(&self, group: &Code<20>) -> Taxed {
        let (area, liable) = self.tax_area.clone();
        Taxed { area, liable, group: group.clone() }
    }
}

/// Checks a new document against the set-up and works out its rows. Needs its customers and items to be met.
pub(super) fn prepare(
    setup: &Setup,
    document_type: DocumentType,
    new: &NewDocument,
    book: &prices::Book,
    cx: &Context,
) -> Result<Rows> {
    let sell_to = setup.customer(&new.sell_to_customer, document_type)?;
    let bill_to = setup.customer(&new.bill_to_customer, document_type)?;
    setup.check_methods(&new.shipment_method_code, &new.payment_method_code)?;
    setup.check_salesperson(&new.salesperson_code)?;
    let precision = setup.precision(&setup.currency(&new.currency_code))?;
    let terms = terms::of_new(setup, (document_type, new), (&sell_to, &bill_to), cx.now);
    let tax_area = new.tax_area.clone().unwrap_or_else(|| (sell_to.tax_area_code.clone(), sell_to.tax_liable));
    let (factor, on) = (terms.currency_factor, new.posting_date.unwrap_or_else(|| setup.today(cx.now)));
    let ground = Ground { setup, document_type, terms, book, tax_area, precision };

    let numbers = || (1..).map(|at: i32| at.saturating_mul(LINE_STEP));
    let lines = numbers().zip(&new.lines);
    let lines: Vec<Prepared> = lines.map(|(at, line)| prepare_line(&ground, at, line)).collect::<Result<_>>()?;
    let mut worked: Vec<LineAmounts> = lines.iter().map(|line| line.amounts.clone()).collect();
    let basis = setup.basis(&worked, new.prices_including_vat, (precision, factor), on);
    amounts::work_out(&mut worked, new.invoice_discount, &basis)?;

    let id = cx.random.id(cx.now);
    let rows = lines.into_iter().zip(new.lines.iter()).zip(worked.iter()).zip(numbers());
    let lines: Vec<line::Model> = rows
        .map(|(((prepared, new), amounts), number)| line_row(cx, (document_type, id), number, (prepared, new, amounts)))
        .collect();
    let header = header_row(setup, (document_type, new), cx, id, (&sell_to, &bill_to), &lines)?;
    Ok(Rows { header: Box::new(header), lines })
}

/// Checks a new line and works out what it comes to before discounts on the whole and VAT. `at` is its number.
pub(super) fn prepare_line(ground: &Ground<'_>, at: i32, new: &NewLine) -> Result<Prepared> {
    match new.kind {
        LineKind::Comment => comment(new),
        LineKind::Item => item(ground, at, new),
        LineKind::Account => account(ground, at, new),
    }
}

fn comment(new: &NewLine) -> Result<Prepared> {
    Ok(Prepared {
        description: new.description.clone().unwrap_or_default(),
        unit_of_measure_code: Code::blank(),
        quantity_per_unit_of_measure: 1.into(),
        vat_product_posting_group: Code::blank(),
        general_product_posting_group: Code::blank(),
        taxed: Taxed::default(),
        unit_price: new.unit_price.unwrap_or_default(),
        allow_line_discount: false,
        amounts: LineAmounts::default(),
    })
}

fn item(ground: &Ground<'_>, at: i32, new: &NewLine) -> Result<Prepared> {
    let (setup, terms) = (ground.setup, &ground.terms);
    let item = setup.item(&new.number, ground.document_type)?;
    let variant = item.variant(&new.variant_code)?;
    setup.check_location(&new.location_code)?;
    let description = variant.map(|variant| &variant.description).filter(|text| !text.is_empty());
    let (unit_of_measure_code, quantity_per_unit_of_measure) = item.unit(new.unit_of_measure_code.as_ref())?;
    let asked = prices::Asked {
        item: &item.model,
        variant: &new.variant_code,
        unit: &unit_of_measure_code,
        per_unit: quantity_per_unit_of_measure,
        quantity: new.quantity,
    };
    let found = match new.unit_price {
        Some(_) => None,
        None => Some(prices::best(setup.rules(&terms.currency_code)?, terms, &asked, ground.book)?),
    };
    let unit_price = new.unit_price.or(found.as_ref().map(|found| found.unit_price)).unwrap_or_default();
    let mut amounts = match found.as_ref().filter(|_| new.line_discount_amount.is_zero()) {
        Some(found) => {
            LineAmounts::by_percent((new.quantity, unit_price, found.line_discount_percent), ground.precision)?
        }
        None => amounts_of(at, new, unit_price, ground.precision)?,
    };
    amounts.allow_invoice_discount = match &found {
        Some(found) => found.allow_invoice_discount,
        None => item.model.allow_invoice_discount,
    };
    let vat_group = &item.model.vat_product_posting_group;
    charge_vat(ground, &mut amounts, vat_group)?;
    let taxed = ground.taxed(&item.model.tax_group_code);
    (amounts.taxed, amounts.units) = (taxed.clone(), new.quantity.decimal() * quantity_per_unit_of_measure.decimal());
    Ok(Prepared {
        description: new.description.as_ref().or(description).unwrap_or(&item.model.description).clone(),
        unit_of_measure_code,
        quantity_per_unit_of_measure,
        vat_product_posting_group: vat_group.clone(),
        general_product_posting_group: item.model.general_product_posting_group.clone(),
        taxed,
        unit_price,
        allow_line_discount: found.map_or(terms.allow_line_discount, |found| found.allow_line_discount),
        amounts,
    })
}

fn account(ground: &Ground<'_>, at: i32, new: &NewLine) -> Result<Prepared> {
    let account = ground.setup.account(&new.number)?;
    accounts::check_direct_posting(account)?;
    let unit_price = new.unit_price.unwrap_or_default();
    let mut amounts = amounts_of(at, new, unit_price, ground.precision)?;
    charge_vat(ground, &mut amounts, &account.vat_product_posting_group)?;
    let taxed = ground.taxed(&account.tax_group_code);
    (amounts.taxed, amounts.units) = (taxed.clone(), new.quantity.decimal());
    Ok(Prepared {
        description: new.description.clone().unwrap_or_else(|| account.name.clone()),
        unit_of_measure_code: new.unit_of_measure_code.clone().unwrap_or_default(),
        quantity_per_unit_of_measure: 1.into(),
        vat_product_posting_group: account.vat_product_posting_group.clone(),
        general_product_posting_group: account.general_product_posting_group.clone(),
        taxed,
        unit_price,
        allow_line_discount: true,
        amounts,
    })
}

fn amounts_of(at: i32, new: &NewLine, unit_price: Price, precision: Decimal) -> Result<LineAmounts> {
    LineAmounts::new(at, (new.quantity, unit_price, new.line_discount_amount), precision)
}

fn charge_vat(ground: &Ground<'_>, amounts: &mut LineAmounts, product_group: &Code<20>) -> Result<()> {
    let vat = ground.setup.vat(&ground.terms.vat_business_posting_group, product_group)?;
    amounts.vat_percent = vat.charged();
    amounts.vat_identifier = vat.identifier.clone();
    amounts.calculation = vat.calculation_type;
    Ok(())
}
