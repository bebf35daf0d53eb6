use chrono::{DateTime, Utc};
use database::{Notice, Record, Tx, insert_many};
use runtime::Random;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use values::Code;

use super::group;
use super::plan::{Basis, CountryPlan, Plan};
use crate::Result;
use crate::customers::{self, Column, template};
use crate::posting_groups::vat_business;
use crate::vat::{self, Calculation};

/// What was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// VAT business posting groups.
    pub groups: u64,
    /// Rows of the VAT posting set-up.
    pub rows: u64,
    /// Customer templates.
    pub templates: u64,
    /// Customers that have another VAT business posting group now.
    pub customers: u64,
}

/// Makes what a plan that was read in the same transaction says, and gives consumers of those states, who had the group of
/// customers at home, the group of their state, and whoever is registered for VAT there the group of businesses. What is there
/// already stays.
///
/// # Errors
/// When the database fails.
pub async fn create(tx: &Tx, plan: &Plan, now: DateTime<Utc>, random: &Random) -> Result<Made> {
    let groups = plan.groups().filter(|country| country.is_new);
    let groups: Vec<_> = groups.map(|country| business_group(country, random, now)).collect();
    let rows: Vec<_> = plan.groups().flat_map(|country| posting_setup(country, random, now)).collect();
    let home = template::find(tx, &plan.home_template).await?;
    let templates = plan.groups().filter(|country| country.template_is_new);
    let templates: Vec<_> = templates.map(|country| template_like(&home, country, random, now)).collect();
    let mut made =
        Made { groups: groups.len() as u64, rows: rows.len() as u64, templates: templates.len() as u64, customers: 0 };
    insert_many(tx, groups.into_iter().map(|row| row.into_active_model().reset_all()).collect()).await?;
    insert_many(tx, rows.into_iter().map(|row| row.into_active_model().reset_all()).collect()).await?;
    insert_many(tx, templates.into_iter().map(|row| row.into_active_model().reset_all()).collect()).await?;
    for country in plan.countries.iter().filter(|country| country.customers > 0) {
        let is_consumer = Column::VatRegistrationNumber.eq("");
        made.customers += regroup(tx, &plan.home_group, &[country], is_consumer, &country.group, now).await?;
    }
    if let Some(businesses) = plan.registered.as_ref().filter(|businesses| businesses.customers > 0) {
        let (states, is_registered) = (plan.countries.iter().collect::<Vec<_>>(), Column::VatRegistrationNumber.ne(""));
        made.customers += regroup(tx, &plan.home_group, &states, is_registered, &businesses.group, now).await?;
    }
    let lists = [
        (made.groups, vat_business::Entity::NAME),
        (made.rows, vat::Entity::NAME),
        (made.templates, template::Entity::NAME),
        (made.customers, customers::Entity::NAME),
    ];
    for (_, name) in lists.into_iter().filter(|(changed, _)| *changed > 0) {
        tx.notify(Notice::new(name, "")).await?;
    }
    Ok(made)
}

fn business_group(country: &CountryPlan, random: &Random, now: DateTime<Utc>) -> vat_business::Model {
    vat_business::Model { id: random.id(now), code: country.group.clone(), description: country.description.clone() }
}

fn posting_setup<'a>(
    country: &'a CountryPlan,
    random: &'a Random,
    now: DateTime<Utc>,
) -> impl Iterator<Item = vat::Model> + 'a {
    let new = country.rows.iter().filter(|row| row.is_new());
    new.filter_map(move |row| {
        let percent = row.percent?;
        Some(vat::Model {
            id: random.id(now),
            business_group: country.group.clone(),
            product_group: row.product_group.clone(),
            calculation_type: match row.basis {
                Basis::ReverseCharge => Calculation::ReverseCharge,
                Basis::Standard | Basis::Zero | Basis::Orders | Basis::Unknown => Calculation::Normal,
            },
            percent,
            identifier: group::identifier(&country.country, percent),
            sales_vat_account: row.sales_vat_account.clone(),
            blocked: false,
        })
    })
}

fn template_like(
    home: &template::Model,
    country: &CountryPlan,
    random: &Random,
    now: DateTime<Utc>,
) -> template::Model {
    template::Model {
        id: random.id(now),
        code: country.group.clone(),
        description: country.description.clone(),
        vat_business_posting_group: country.group.clone(),
        ..home.clone()
    }
}

/// Gives those customers of some states who have the group of customers at home another one, in one statement.
async fn regroup(
    tx: &Tx,
    home: &Code<20>,
    states: &[&CountryPlan],
    who: Expr,
    group: &Code<20>,
    now: DateTime<Utc>,
) -> Result<u64> {
    use customers::Column::{CountryRegionCode, LastModifiedDateTime, VatBusinessPostingGroup, Version};
    let changed = customers::Entity::update_many()
        .col_expr(VatBusinessPostingGroup, Expr::value(group.clone()))
        .col_expr(LastModifiedDateTime, Expr::value(now))
        .col_expr(Version, Expr::col(Version).add(1))
        .filter(CountryRegionCode.is_in(states.iter().map(|state| state.country_code.clone())))
        .filter(VatBusinessPostingGroup.eq(home.clone()))
        .filter(who)
        .exec(tx)
        .await?;
    Ok(changed.rows_affected)
}
