//! The rows of the EU's one-stop shop, for the states that a shop sends to.

use std::collections::BTreeSet;

use access::{Action, Area, Principal};
use back_office::countries;
use back_office::vat::oss::{self, Made, Plan, Wanted, standard_rates};
use chrono::NaiveDate;
use database::Read;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use values::Code;

use super::check::{VatCheck, check_shop};
use super::templates;
use crate::companies::staged::location;
use crate::{Connector, Error, shops};

/// What the one-stop shop needs for the states to which the shop has sent something, or for `all`, and does not have yet.
///
/// # Errors
/// [`Error::NoShop`]; [`Error::Given`] when the shop card names no customer template; what [`oss::plan`] says.
pub async fn preview(connector: &Connector, shop: &str, all: bool) -> Result<Plan, Error> {
    let read = |r: Read| async move {
        let wanted = wanted(connector, &r, shop, all).await?;
        Ok::<_, Error>(oss::plan(&r, &wanted).await?)
    };
    connector.db().read(read).await
}

/// Makes it, and chooses the template of each state for new buyers of its country. Again, it makes what is missing still.
///
/// # Errors
/// As [`preview`], and a missing permission.
pub async fn create(connector: &Connector, by: &Principal, shop: &str, all: bool) -> Result<Made, Error> {
    by.require(Area::Setup, Action::Change)?;
    let wanted = &connector.db().read(|r: Read| async move { wanted(connector, &r, shop, all).await }).await?;
    let (now, random) = (connector.clock().now(), connector.random());
    let write = |tx| async move {
        // Two who make it at the same time come one after the other.
        let shop = shops::hold(&tx, shop).await?;
        let plan = oss::plan(&tx, wanted).await?;
        let made = oss::create(&tx, &plan, now, random).await?;
        let chosen = templates::choose(&tx, connector, &shop.code, &plan).await?;
        if made != Made::default() || chosen > 0 {
            let Made { groups, rows, templates, customers } = made;
            let countries: Vec<&str> = plan.countries.iter().map(|country| country.country.as_str()).collect();
            let detail = serde_json::json!({
                "countries": countries, "templatesChosen": chosen, "groups": groups, "rows": rows, "templates": templates,
                "customers": customers,
            });
            let audit = connector.audit();
            audit.record_about(&tx, by, "VAT set up for the one-stop shop", shop.about(), detail).await?;
        }
        Ok::<_, Error>(made)
    };
    connector.db().write(write).await
}

async fn wanted(connector: &Connector, read: &Read, shop: &str, all: bool) -> Result<Wanted, Error> {
    let shop = shops::find(read, shop).await?;
    let template = shop.customer_template_code.non_blank().cloned().ok_or_else(|| Error::Given {
        name: "customerTemplateCode",
        reason: "the shop card names no customer template: choose that of customers at home, from which those of other countries are made".to_owned(),
    })?;
    let company = back_office::company::read(read).await?;
    let on = company.today(connector.clock().now());
    let VatCheck { countries, rates, .. } = check_shop(read, &shop, connector.clock()).await?;
    let iso = |country: &Code<20>| Code::<2>::new(country.as_str()).ok();
    let sent_to: BTreeSet<Code<2>> = countries.iter().filter_map(|seen| iso(&seen.country)).collect();
    let seen = rates.into_iter().filter_map(|((country, group), rates)| Some(((iso(&country)?, group), rates)));
    let home = (&company.country_region_code, on);
    let businesses = shop.auto_create_unknown_companies || has_businesses(read, &shop.domain, home).await?;
    Ok(Wanted {
        template,
        businesses,
        countries: if all { standard_rates(on).into_keys().collect() } else { sent_to },
        seen: seen.collect(),
        on,
    })
}

/// Whether a store has companies in other states of the EU than that of the `home` country.
async fn has_businesses(read: &Read, store: &str, (home, on): (&Code<20>, NaiveDate)) -> Result<bool, Error> {
    let own = countries::Entity::find().filter(countries::Column::Code.eq(home.as_str())).one(read).await?;
    let own = own.map_or_else(|| home.to_string(), |country| country.iso_code.to_string());
    let states = standard_rates(on).into_keys().map(|state| state.to_string()).filter(|state| *state != own);
    let there = location::Entity::find()
        .filter(location::Column::Store.eq(store))
        .filter(location::Column::CountryRegionCode.is_in(states));
    Ok(there.one(read).await?.is_some())
}
