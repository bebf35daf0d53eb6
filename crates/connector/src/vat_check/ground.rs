//! What the documents of a shop's orders would meet, read once.

use std::collections::HashMap;

use back_office::sales::LineKind;
use back_office::vat::{self, Calculation, oss};
use back_office::{accounts, customers, items};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use values::Code;
use values::money::Percent;

use super::Subject;
use crate::customers::create::template_of;
use crate::mappings::Mappings;
use crate::shops::options::{CompanyImport, CompanyMapping, CustomerImport, CustomerMapping};
use crate::{Error, shops};

/// The rate that a line would bear here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Borne {
    /// So much.
    Percent(Percent),
    /// What the tax area of the buyer says.
    ByTaxArea,
    /// There is no posting set-up, or it is blocked.
    Nothing,
}

/// What an order tells of whom it would have as its customer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unknown<'a> {
    /// The template that it names.
    pub template: &'a Code<20>,
    /// Where VAT is owed.
    pub country: &'a Code<20>,
    /// Whether a company has bought.
    pub b2b: bool,
    /// Whether it counts as registered for VAT.
    pub registered: bool,
    /// The country and the county of who bought.
    pub buyer: (&'a Code<20>, &'a str),
}

/// Groups and rates.
#[derive(Debug)]
pub(super) struct Ground {
    shop: shops::Model,
    mappings: Mappings,
    setup: HashMap<(Code<20>, Code<20>), vat::Model>,
    /// The VAT business posting groups of customer templates.
    templates: HashMap<Code<20>, Code<20>>,
    /// Those of the customers who stand for buyers: the shop's default customer and company, and those of countries.
    default_customers: HashMap<Code<20>, Code<20>>,
    /// The VAT product posting groups of the accounts and items that stand for something else than goods.
    sold_as: HashMap<(LineKind, Code<20>), Code<20>>,
    /// That of the items which the shop would make.
    new_item: Option<Code<20>>,
}

impl Ground {
    /// What orders of `shop` with shipping charges of these names would meet. Eight statements at most.
    pub(super) async fn read(c: &impl ConnectionTrait, shop: &shops::Model, titles: &[&str]) -> Result<Self, Error> {
        let mappings = Mappings::read(c, &shop.code).await?;
        let setup = vat::Entity::find().all(c).await?.into_iter();
        let templates = customers::template::Entity::find().all(c).await?.into_iter();
        let default_customers = [&shop.default_customer_number, &shop.default_company_number]
            .into_iter()
            .chain(mappings.customers.default_customers())
            .filter(|number| !number.is_blank())
            .cloned()
            .collect::<Vec<_>>();
        let default_customers = customers::by_numbers(c, &default_customers).await?.into_iter();
        let new_item = match shop.item_template_code.non_blank() {
            Some(code) if shop.auto_create_unknown_items => Some(items::template::find(c, code).await?),
            _ => None,
        };
        let charges =
            titles.iter().map(|title| mappings.charge(shop, title)).map(|(kind, number)| (kind, number.clone()));
        let card = [&shop.tip_account, &shop.sold_gift_card_account].map(|number| (LineKind::Account, number.clone()));
        let named: Vec<_> = charges.chain(card).filter(|(_, number)| !number.is_blank()).collect();
        let sold_as = product_groups(c, &named).await?;
        Ok(Self {
            shop: shop.clone(),
            setup: setup.map(|row| ((row.business_group.clone(), row.product_group.clone()), row)).collect(),
            templates: templates.map(|row| (row.code, row.vat_business_posting_group)).collect(),
            default_customers: default_customers.map(|row| (row.number, row.vat_business_posting_group)).collect(),
            new_item: new_item.map(|template| template.vat_product_posting_group),
            mappings,
            sold_as,
        })
    }

    /// The VAT business posting group of who would be the customer of an order that has none: the customer who stands for
    /// the buyers of its country; else one that is made, from the template that the order names, else from that of its country,
    /// else from that of the shop card; else the shop's default customer. Where the shop makes none, it is the other way round.
    /// One that is made has the group of its province, where that has one. A company is nobody's of its country.
    pub(super) fn group_of_unknown(&self, unknown: &Unknown<'_>) -> Option<&Code<20>> {
        let Unknown { template, country, b2b, registered, buyer } = *unknown;
        let template = template_of(&self.shop, &self.mappings, template, country, registered);
        let of_place = self.mappings.tax_area(buyer.0, buyer.1, self.shop.county_source);
        let of_place = of_place.and_then(|area| area.vat_bus_posting_group.non_blank());
        let of_template = template.and_then(|template| self.templates.get(template));
        let made = of_template.map(|group| of_place.unwrap_or(group));
        let (default, makes) = match b2b {
            true => (&self.shop.default_company_number, self.makes_companies()),
            false => (&self.shop.default_customer_number, self.makes_customers()),
        };
        let default = self.default_customers.get(default);
        let unless_stood_for = if makes { made.or(default) } else { default.or(made) };
        let stands_for_it = self.mappings.customers.of(country).map(|row| &row.default_customer_number);
        let stands_for_it = stands_for_it.filter(|_| !b2b);
        stands_for_it.and_then(|number| self.default_customers.get(number)).or(unless_stood_for)
    }

    /// The other states of the EU to which the store sends, and for whose consumers nothing is set up.
    pub(super) fn sends_to(&self) -> impl Iterator<Item = &Code<20>> {
        let own = self.mappings.customers.iso_code(&Code::blank());
        let is_in_eu =
            move |country: &Code<20>| oss::is_member_state(country.as_str()) && Some(country) != own.as_ref();
        let open = self.mappings.customers.without_set_up();
        open.filter(move |country| is_in_eu(country))
    }

    fn makes_companies(&self) -> bool {
        let shop = &self.shop;
        shop.auto_create_unknown_companies
            && shop.company_import_from_shopify != CompanyImport::None
            && shop.company_mapping_type != CompanyMapping::DefaultCompany
    }

    fn makes_customers(&self) -> bool {
        let shop = &self.shop;
        shop.auto_create_unknown_customers
            && shop.customer_import_from_shopify != CustomerImport::None
            && shop.customer_mapping_type != CustomerMapping::DefaultCustomer
    }

    /// The VAT product posting group of a tip or a gift card; nothing: the shop card names no account.
    pub(super) fn group_of(&self, subject: Subject) -> Option<&Code<20>> {
        let number = match subject {
            Subject::Tips => &self.shop.tip_account,
            Subject::GiftCards => &self.shop.sold_gift_card_account,
            Subject::Goods | Subject::Shipping => return self.new_item.as_ref(),
        };
        self.sold_as.get(&(LineKind::Account, number.clone()))
    }

    /// The VAT product posting group of a shipping charge; nothing: nothing says what it is sold as.
    pub(super) fn group_of_charge(&self, title: &str) -> Option<&Code<20>> {
        let (kind, number) = self.mappings.charge(&self.shop, title);
        self.sold_as.get(&(kind, number.clone()))
    }

    /// What the posting set-up of two groups says.
    pub(super) fn borne(&self, business: &Code<20>, product: &Code<20>) -> Borne {
        match self.setup.get(&(business.clone(), product.clone())) {
            None => Borne::Nothing,
            Some(row) if row.blocked => Borne::Nothing,
            Some(row) if row.calculation_type == Calculation::SalesTax => Borne::ByTaxArea,
            Some(row) => Borne::Percent(row.charged()),
        }
    }
}

/// The VAT product posting groups of accounts and items.
async fn product_groups(
    c: &impl ConnectionTrait,
    named: &[(LineKind, Code<20>)],
) -> Result<HashMap<(LineKind, Code<20>), Code<20>>, Error> {
    let numbers = |of: LineKind| named.iter().filter(move |(kind, _)| *kind == of).map(|(_, number)| number.clone());
    let accounts = accounts::Entity::find()
        .filter(accounts::Column::Number.is_in(numbers(LineKind::Account)))
        .all(c)
        .await?
        .into_iter()
        .map(|row| ((LineKind::Account, row.number), row.vat_product_posting_group));
    let items = items::by_numbers(c, &numbers(LineKind::Item).collect::<Vec<_>>()).await?;
    let items = items.into_iter().map(|row| ((LineKind::Item, row.number), row.vat_product_posting_group));
    Ok(accounts.chain(items).collect())
}
