//! A company where sales tax is levied.

use back_office::sales_tax::detail::{self, TaxType};
use back_office::sales_tax::{area, area_line, group, jurisdiction};
use back_office::{accounts, customers, items, vat};
use database::Engine;
use database::testing::start;
use sea_orm::Set;

use crate::world::{World, code, day};

/// Who levies, and the account of what is owed to it, in the order in which their taxes are worked out.
const JURISDICTIONS: [(&str, &str); 3] = [("STATE", "5710"), ("COUNTY", "5720"), ("CITY", "5730")];

/// A rate: what it is on, up to how much it holds, how much it is up to that and beyond, and whether it is on taxes, too.
#[derive(Clone, Copy)]
pub struct Rate {
    pub jurisdiction: &'static str,
    pub group: &'static str,
    pub tax_type: TaxType,
    pub from: &'static str,
    pub maximum: &'static str,
    pub below: &'static str,
    pub above: &'static str,
    pub on_tax: bool,
}

pub fn percent(jurisdiction: &'static str, below: &'static str) -> Rate {
    Rate {
        jurisdiction,
        group: "GOODS",
        tax_type: TaxType::Sales,
        from: "2026-01-01",
        maximum: "0",
        below,
        above: "0",
        on_tax: false,
    }
}

/// A company of which every customer is taxed in LAKESIDE, on whatever is sold.
pub async fn taxed(engine: Engine, rates: &[Rate]) -> World {
    let world = World::new(engine).await;
    let id = || world.random.id(start());
    world.insert(area::Model { id: id(), code: code("LAKESIDE"), description: "By the lake".into() }).await;
    world.insert(group::Model { id: id(), code: code("GOODS"), description: "Goods".into() }).await;
    for (order, (name, account)) in (0..).zip(JURISDICTIONS) {
        let payable = accounts::Model {
            id: id(),
            number: code(account),
            name: format!("Owed to the {}", name.to_lowercase()),
            account_type: accounts::AccountType::Posting,
            direct_posting: false,
            blocked: false,
            general_product_posting_group: code(""),
            vat_product_posting_group: code(""),
            tax_group_code: code(""),
        };
        world.insert(payable).await;
        let levying = jurisdiction::Model {
            id: id(),
            code: code(name),
            description: name.into(),
            tax_account_sales: code(account),
        };
        world.insert(levying).await;
        let line = area_line::Model {
            id: id(),
            tax_area_code: code("LAKESIDE"),
            tax_jurisdiction_code: code(name),
            calculation_order: 9 - order,
        };
        world.insert(line).await;
    }
    for rate in rates {
        world.levy(rate).await;
    }
    let sales_tax = Set(vat::Calculation::SalesTax);
    world.change(vat::ActiveModel { calculation_type: sales_tax, ..Default::default() }).await;
    world.change(items::ActiveModel { tax_group_code: Set(code("GOODS")), ..Default::default() }).await;
    let here = customers::ActiveModel {
        tax_area_code: Set(code("LAKESIDE")),
        tax_liable: Set(true),
        prices_including_vat: Set(false),
        ..Default::default()
    };
    world.change(here).await;
    world
}

impl World {
    pub async fn levy(&self, rate: &Rate) {
        let row = detail::Model {
            id: self.random.id(start()),
            tax_jurisdiction_code: code(rate.jurisdiction),
            tax_group_code: code(rate.group),
            tax_type: rate.tax_type,
            effective_date: day(rate.from),
            maximum: rate.maximum.parse().unwrap(),
            tax_below_maximum: rate.below.parse().unwrap(),
            tax_above_maximum: rate.above.parse().unwrap(),
            calculate_tax_on_tax: rate.on_tax,
        };
        self.insert(row).await;
    }
}
