use super::Needs;
use super::goods::place;
use super::usable::{general, named, place_of_general};
use crate::items;
use crate::posting::ready::{CostAccounts, Groups};
use crate::posting::{Problems, Setup};
use crate::sales::{header, line};

/// Where the cost of a line goes.
pub(in crate::posting) fn cost(
    setup: &Setup,
    header: &header::Model,
    (line, item): (&line::Model, &items::Model),
    needs: &Needs,
    problems: &mut Problems,
) -> Option<CostAccounts> {
    if !needs.actual_cost && !needs.expected_cost {
        return Some(CostAccounts::default());
    }
    let groups = Groups {
        general_business: header.general_business_posting_group.clone(),
        general_product: line.general_product_posting_group.clone(),
        ..Groups::default()
    };
    let row = general(setup, &groups, line.line_number, problems)?;
    let (goods, of_goods) = place(setup, (&line.location_code, item), line.line_number, problems)?;
    let of_general = place_of_general(row);
    let mut accounts = CostAccounts::default();
    if needs.actual_cost {
        accounts.cost = named(setup, &of_general, "COGS Account", &row.cogs_account, problems)?;
        accounts.inventory = named(setup, &of_goods, "Inventory Account", &goods.inventory_account, problems)?;
    }
    if needs.expected_cost {
        let interim = ("COGS Account (Interim)", "Inventory Account (Interim)");
        accounts.cost_interim = named(setup, &of_general, interim.0, &row.cogs_account_interim, problems)?;
        accounts.inventory_interim = named(setup, &of_goods, interim.1, &goods.inventory_account_interim, problems)?;
    }
    Some(accounts)
}
