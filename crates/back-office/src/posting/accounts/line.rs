use values::Code;
use values::money::Percent;

use super::Needs;
use super::usable::{direct, general, named, place_of_general, place_of_vat};
use crate::posting::ready::{Groups, Posting, Vat};
use crate::posting::{Problems, Setup};
use crate::sales::{LineKind, header, line};
use crate::sales_tax::Taxed;
use crate::vat::Calculation;

/// Where a line is posted to.
pub(in crate::posting) fn posting(
    setup: &Setup,
    header: &header::Model,
    line: &line::Model,
    needs: &Needs,
    problems: &mut Problems,
) -> Option<Posting> {
    let groups = Groups {
        general_business: header.general_business_posting_group.clone(),
        general_product: line.general_product_posting_group.clone(),
        vat_business: header.vat_business_posting_group.clone(),
        vat_product: line.vat_product_posting_group.clone(),
    };
    // Both are looked at, so that what is wrong with either is said.
    let vat = vat(setup, &groups, line, needs.invoices, problems);
    let accounts = if needs.invoices { sale(setup, &groups, line, needs, problems) } else { Some(Sale::default()) };
    let (vat, Sale { sales, line_discount, invoice_discount }) = (vat?, accounts?);
    Some(Posting { groups, vat, sales, line_discount, invoice_discount })
}

/// The accounts of what a line sells.
#[derive(Default)]
struct Sale {
    sales: Code<20>,
    line_discount: Option<Code<20>>,
    invoice_discount: Option<Code<20>>,
}

fn sale(setup: &Setup, groups: &Groups, line: &line::Model, needs: &Needs, problems: &mut Problems) -> Option<Sale> {
    let with_line = needs.line_discount && !line.line_discount_amount.is_zero();
    let with_invoice = needs.invoice_discount && !line.invoice_discount_amount.is_zero();
    if line.kind == LineKind::Account && !with_line && !with_invoice {
        let sales = direct(setup, "the line", &line.number, "lineObjectNumber", problems)?;
        return Some(Sale { sales, ..Sale::default() });
    }
    let row = general(setup, groups, line.line_number, problems)?;
    let place = place_of_general(row);
    let sales = match line.kind {
        LineKind::Account => direct(setup, "the line", &line.number, "lineObjectNumber", problems),
        _ if needs.takes_back => {
            named(setup, &place, "Sales Credit Memo Account", &row.sales_credit_memo_account, problems)
        }
        _ => named(setup, &place, "Sales Account", &row.sales_account, problems),
    };
    let line_discount = match with_line {
        true => named(setup, &place, "Sales Line Disc. Account", &row.sales_line_discount_account, problems),
        false => None,
    };
    let invoice_discount = match with_invoice {
        true => named(setup, &place, "Sales Inv. Disc. Account", &row.sales_invoice_discount_account, problems),
        false => None,
    };
    Some(Sale { sales: sales?, line_discount, invoice_discount })
}

/// The VAT of a line: as much as the document has said, whatever the set-up says by now.
fn vat(setup: &Setup, groups: &Groups, line: &line::Model, invoices: bool, problems: &mut Problems) -> Option<Vat> {
    let (business, product) = (&groups.vat_business, &groups.vat_product);
    let Some(row) = setup.vat(business, product) else {
        let text = format!("there is no VAT posting setup for the groups '{business}' and '{product}': create it");
        problems.of_line(line.line_number, "taxCode", text);
        return None;
    };
    let place = place_of_vat(row);
    if row.blocked {
        let text = format!("setup is blocked in {place}: unblock it, or use other groups");
        problems.of_line(line.line_number, "taxCode", text);
        return None;
    }
    // The percentage of a taxed line is but what its tax came to.
    let is_taxed = line.vat_calculation_type == Calculation::SalesTax;
    let vat = Vat {
        calculation: line.vat_calculation_type,
        percent: if is_taxed { Percent::ZERO } else { line.vat_percent },
        identifier: line.vat_identifier.clone(),
        account: Code::blank(),
        taxed: if is_taxed { line.taxed() } else { Taxed::default() },
    };
    if !invoices || !vat.is_owed() {
        return Some(vat);
    }
    let account = named(setup, &place, "Sales VAT Account", &row.sales_vat_account, problems)?;
    Some(Vat { account, ..vat })
}
