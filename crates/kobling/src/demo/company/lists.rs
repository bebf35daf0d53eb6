use anyhow::{Result, bail};
use back_office::sales::Context;
use database::Tx;
use server::import_in;

use super::fill::Calendar;

/// What stands for the first day in a file.
const FIRST_DAY: &str = "@START";

/// The files, each after those whose records it names.
const FILES: [(&str, &str); 20] = [
    ("accounts", include_str!("lists/accounts.csv")),
    ("locations", include_str!("lists/locations.csv")),
    ("inventoryPostingSetup", include_str!("lists/inventoryPostingSetup.csv")),
    ("vatProductPostingGroups", include_str!("lists/vatProductPostingGroups.csv")),
    ("vatBusinessPostingGroups", include_str!("lists/vatBusinessPostingGroups.csv")),
    ("vatPostingSetup", include_str!("lists/vatPostingSetup.csv")),
    ("currencyExchangeRates", include_str!("lists/currencyExchangeRates.csv")),
    ("unitsOfMeasure", include_str!("lists/unitsOfMeasure.csv")),
    ("paymentTerms", include_str!("lists/paymentTerms.csv")),
    ("shipmentMethods", include_str!("lists/shipmentMethods.csv")),
    ("customerPriceGroups", include_str!("lists/customerPriceGroups.csv")),
    ("customerDiscountGroups", include_str!("lists/customerDiscountGroups.csv")),
    ("itemDiscountGroups", include_str!("lists/itemDiscountGroups.csv")),
    ("customerTemplates", include_str!("lists/customerTemplates.csv")),
    ("items", include_str!("lists/items.csv")),
    ("itemVariants", include_str!("lists/itemVariants.csv")),
    ("itemUnitsOfMeasure", include_str!("lists/itemUnitsOfMeasure.csv")),
    ("itemReferences", include_str!("lists/itemReferences.csv")),
    ("salespeoplePurchasers", include_str!("lists/salespeoplePurchasers.csv")),
    ("customers", include_str!("lists/customers.csv")),
];

/// Reads the files as those of a user are read.
///
/// # Errors
/// When a record of such a number is there already.
pub(super) async fn read(tx: &Tx, days: Calendar, cx: &Context) -> Result<()> {
    for (list, text) in FILES {
        let text = text.replace(FIRST_DAY, &days.first().to_string());
        let report = import_in(tx, list, text.as_bytes(), cx.now, &cx.random).await?;
        if let Some(problem) = report.problems.first() {
            bail!("the records to play with are not taken: {list}, {}: {}", problem.place(), problem.message);
        }
    }
    Ok(())
}
