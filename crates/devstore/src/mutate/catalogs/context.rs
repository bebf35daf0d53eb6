use serde::Deserialize;

use super::super::part::number;
use super::super::user_error::UserError;
use crate::store::State;
use crate::store::catalog::Context;

/// `CatalogContextInput`: exactly one kind of those who have the catalog.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct ContextInput {
    pub company_location_ids: Option<Vec<String>>,
    pub market_ids: Option<Vec<String>>,
}

/// Who they are. `path` leads to the input.
pub(super) fn read(state: &State, input: &ContextInput, path: &[&str]) -> Result<Context, UserError> {
    let (field, ids) = match (&input.company_location_ids, &input.market_ids) {
        (Some(ids), None) => ("companyLocationIds", ids),
        (None, Some(ids)) => ("marketIds", ids),
        _ => {
            let error = UserError::new(path, "Must provide exactly one context type.");
            return Err(error.with_code("MUST_PROVIDE_EXACTLY_ONE_CONTEXT_TYPE"));
        }
    };
    let markets = field == "marketIds";
    if ids.is_empty() {
        let message = if markets { "Market ids can't be blank" } else { "Company location ids can't be blank" };
        return Err(UserError::new(&[path, &[field]].concat(), message).with_code("INVALID"));
    }
    let mut numbers: Vec<u64> = Vec::new();
    for (place, id) in ids.iter().enumerate() {
        let found = if markets {
            number(id, "Market").filter(|id| state.markets.contains_key(id))
        } else {
            number(id, "CompanyLocation").filter(|id| state.company_of(*id).is_some())
        };
        let Some(found) = found else {
            let (message, code) = if markets {
                ("Market not found.", "MARKET_NOT_FOUND")
            } else {
                ("Company location could not be found.", "COMPANY_LOCATION_NOT_FOUND")
            };
            let place = place.to_string();
            return Err(UserError::new(&[path, &[field, place.as_str()]].concat(), message).with_code(code));
        };
        if !numbers.contains(&found) {
            numbers.push(found);
        }
    }
    Ok(if markets { Context::Markets(numbers) } else { Context::CompanyLocations(numbers) })
}
