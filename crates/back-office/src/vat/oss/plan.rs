use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use values::Code;
use values::money::Percent;

use super::group;
use super::rates::standard_rates;
use crate::customers::{self, template};
use crate::posting_groups::vat_business;
use crate::vat::{self, Calculation};
use crate::{Error, Result, countries};

values::options! {
    /// Where a rate is taken from.
    pub enum Basis {
        /// It is the state's standard rate.
        #[default]
        Standard => "Standard Rate",
        /// No VAT at home, and none there.
        Zero => "No VAT",
        /// Orders have shown it.
        Orders => "Orders",
        /// A reduced rate that no order has shown, or several have: a person must say it.
        Unknown => "Unknown",
        /// The buyer accounts for it.
        ReverseCharge => "Reverse Charge",
    }
}

/// For which states rows are wanted, and what is known of them.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// The template of customers at home, from which those of other states are made.
    pub template: Code<20>,
    /// The states, by their ISO codes; the state of the company and those outside of the union are left out.
    pub countries: BTreeSet<Code<2>>,
    /// The rates that orders have shown, by state and VAT product posting group.
    pub seen: BTreeMap<(Code<2>, Code<20>), BTreeSet<Percent>>,
    /// Whether businesses in these states buy, too.
    pub businesses: bool,
    /// The day whose rates count.
    pub on: NaiveDate,
}

/// What would be made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The VAT business posting group of customers at home.
    pub home_group: Code<20>,
    /// The template of customers at home.
    pub home_template: Code<20>,
    /// The states, by their codes.
    pub countries: Vec<CountryPlan>,
    /// What businesses in these states share, as of a country that is called EU; nothing where none buy.
    pub registered: Option<CountryPlan>,
}

impl Plan {
    /// All groups: those of the states, and that of businesses.
    pub fn groups(&self) -> impl Iterator<Item = &CountryPlan> {
        self.countries.iter().chain(&self.registered)
    }
}

/// What would be made for one state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountryPlan {
    /// Its ISO code.
    pub country: Code<2>,
    /// The code by which the back office knows it.
    pub country_code: Code<20>,
    /// Its VAT business posting group, and the customer template of the same code.
    pub group: Code<20>,
    /// What the two are called.
    pub description: String,
    /// Whether the group is to be made.
    pub is_new: bool,
    /// Whether the template is to be made.
    pub template_is_new: bool,
    /// The posting set-up, a row for each VAT product posting group that is sold at home.
    pub rows: Vec<PlannedRow>,
    /// As many customers of that state have the group of those at home, and get this one: consumers that of their state, whoever
    /// is registered for VAT that of businesses.
    pub customers: u64,
}

/// One row of the VAT posting set-up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedRow {
    /// The VAT product posting group.
    pub product_group: Code<20>,
    /// The rate; nothing: a person must say it, and no row is made.
    pub percent: Option<Percent>,
    /// Where it is taken from.
    pub basis: Basis,
    /// The rate of the row that is there already, which stays.
    pub existing: Option<Percent>,
    /// The account of the VAT, as at home.
    pub sales_vat_account: Code<20>,
}

impl PlannedRow {
    /// Whether it is to be made.
    pub fn is_new(&self) -> bool {
        self.existing.is_none() && self.percent.is_some()
    }
}

/// What the one-stop shop needs for these states and does not have. Six statements, however many states.
///
/// # Errors
/// [`Error::Unknown`] for the template, [`Error::NoHomeCountry`] when the company does not say in which country it is,
/// [`Error::NoHomeVat`] when nothing is sold at home with VAT.
pub async fn plan(c: &impl ConnectionTrait, wanted: &Wanted) -> Result<Plan> {
    let home = template::find(c, &wanted.template).await?;
    let known = countries::Entity::find().all(c).await?;
    let home_country = home_country(c, &known).await?;
    let groups = vat_business::Entity::find().all(c).await?;
    let setup = vat::Entity::find().order_by_asc(vat::Column::ProductGroup).all(c).await?;
    let sold = sold_at_home(&setup, &home.vat_business_posting_group)?;
    let rates = standard_rates(wanted.on);
    let chosen = wanted.countries.iter().filter(|country| **country != home_country);
    let chosen: Vec<_> = chosen.filter_map(|country| rates.get_key_value(country)).collect();
    let codes = chosen.iter().map(|(country, _)| group::code(country)).chain([group::of_registered()]);
    let templates = template::Entity::find().filter(template::Column::Code.is_in(codes)).all(c).await?;
    let customers = customers_of_group(c, &home.vat_business_posting_group, false).await?;
    let registered = customers_of_group(c, &home.vat_business_posting_group, true).await?;
    let of_country = |(country, standard): (&Code<2>, &Percent)| {
        let code = group::code(country);
        let country_code = code_of(&known, country);
        CountryPlan {
            is_new: !group::is_there(&groups, &code),
            template_is_new: templates.iter().all(|template| template.code != code),
            rows: rows(wanted, country, *standard, &sold, &setup),
            customers: customers.get(&country_code).copied().unwrap_or_default(),
            description: group::description(country),
            country: country.clone(),
            group: code,
            country_code,
        }
    };
    let countries: Vec<CountryPlan> = chosen.into_iter().map(of_country).collect();
    let of_businesses = group::of_registered();
    let registered = CountryPlan {
        country: Code::cut("EU"),
        country_code: Code::cut("EU"),
        is_new: !group::is_there(&groups, &of_businesses),
        template_is_new: templates.iter().all(|template| template.code != of_businesses),
        rows: rows_of_registered(&of_businesses, &sold, &setup),
        customers: countries.iter().filter_map(|country| registered.get(&country.country_code)).sum(),
        description: group::description_of_registered(),
        group: of_businesses,
    };
    let is_wanted = (wanted.businesses || registered.customers > 0) && !countries.is_empty();
    let registered = Some(registered).filter(|_| is_wanted);
    Ok(Plan { home_group: home.vat_business_posting_group, home_template: home.code, countries, registered })
}

/// Whatever is sold to a business bears no VAT here, and the business accounts for it.
fn rows_of_registered(group: &Code<20>, sold: &[&vat::Model], setup: &[vat::Model]) -> Vec<PlannedRow> {
    let row = |home: &&vat::Model| {
        let there = setup.iter().find(|row| row.business_group == *group && row.product_group == home.product_group);
        PlannedRow {
            product_group: home.product_group.clone(),
            percent: Some(Percent::ZERO),
            basis: Basis::ReverseCharge,
            existing: there.map(vat::Model::charged),
            sales_vat_account: home.sales_vat_account.clone(),
        }
    };
    sold.iter().map(row).collect()
}

/// The ISO code of the company's own country.
async fn home_country(c: &impl ConnectionTrait, known: &[countries::Model]) -> Result<Code<2>> {
    let company = crate::company::read(c).await?;
    let code = company.country_region_code.non_blank().ok_or(Error::NoHomeCountry)?;
    let found = known.iter().find(|country| country.code.as_str() == code.as_str());
    Ok(found.map_or_else(|| Code::cut(code.as_str()), |country| country.iso_code.clone()))
}

/// The code by which the back office knows a country.
fn code_of(known: &[countries::Model], iso: &Code<2>) -> Code<20> {
    let found = known.iter().find(|country| country.iso_code == *iso);
    Code::cut(found.map_or(iso.as_str(), |country| country.code.as_str()))
}

/// The rows of what is sold to customers at home with VAT of its own.
fn sold_at_home<'a>(setup: &'a [vat::Model], home: &Code<20>) -> Result<Vec<&'a vat::Model>> {
    let is_sold =
        |row: &&vat::Model| row.business_group == *home && !row.blocked && row.calculation_type == Calculation::Normal;
    let sold: Vec<_> = setup.iter().filter(is_sold).collect();
    if sold.iter().all(|row| row.percent.is_zero()) {
        return Err(Error::NoHomeVat { group: home.to_string() });
    }
    Ok(sold)
}

/// What is sold at the highest rate at home is sold at the standard rate there; for what is between only orders can tell. What
/// bears none bears none, unless orders have borne some: few states know a rate of zero.
fn rows(
    wanted: &Wanted,
    country: &Code<2>,
    standard: Percent,
    sold: &[&vat::Model],
    setup: &[vat::Model],
) -> Vec<PlannedRow> {
    let highest = sold.iter().map(|row| row.percent).max().unwrap_or_default();
    let group = group::code(country);
    let row = |home: &&vat::Model| {
        let seen = wanted.seen.get(&(country.clone(), home.product_group.clone()));
        let only = seen.filter(|rates| rates.len() == 1).and_then(BTreeSet::first).copied();
        let (percent, basis) = match (home.percent, only) {
            (percent, _) if percent == highest => (Some(standard), Basis::Standard),
            (percent, None) if percent.is_zero() && seen.is_none() => (Some(Percent::ZERO), Basis::Zero),
            (_, Some(shown)) => (Some(shown), Basis::Orders),
            (_, None) => (None, Basis::Unknown),
        };
        let there = setup.iter().find(|row| row.business_group == group && row.product_group == home.product_group);
        PlannedRow {
            product_group: home.product_group.clone(),
            percent,
            basis,
            existing: there.map(|row| row.percent),
            sales_vat_account: home.sales_vat_account.clone(),
        }
    };
    sold.iter().map(row).collect()
}

/// How many customers of each country have that VAT business posting group, of those who are registered for VAT, or of the
/// others, who are consumers.
async fn customers_of_group(
    c: &impl ConnectionTrait,
    group: &Code<20>,
    are_registered: bool,
) -> Result<HashMap<Code<20>, u64>> {
    use customers::Column::{CountryRegionCode, Id, VatBusinessPostingGroup, VatRegistrationNumber};
    let is_meant = if are_registered { VatRegistrationNumber.ne("") } else { VatRegistrationNumber.eq("") };
    let counted: Vec<(Code<20>, i64)> = customers::Entity::find()
        .select_only()
        .column(CountryRegionCode)
        .column_as(Id.count(), "customers")
        .filter(VatBusinessPostingGroup.eq(group.clone()))
        .filter(is_meant)
        .group_by(CountryRegionCode)
        .into_tuple()
        .all(c)
        .await?;
    Ok(counted.into_iter().map(|(country, count)| (country, u64::try_from(count).unwrap_or_default())).collect())
}
