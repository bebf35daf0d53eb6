use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder};
use values::Code;

use super::detail::TaxType;
use super::taxes::{Rule, Step};
use super::{ByTaxed, Taxed, Taxes, area_line, detail, jurisdiction};
use crate::Result;

/// All that is set up for sales tax, read once for a batch.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    /// Of each area, in the order in which they are worked out.
    areas: HashMap<Code<20>, Vec<Code<10>>>,
    accounts: HashMap<Code<10>, Code<20>>,
    details: Vec<detail::Model>,
}

impl Tables {
    /// Reads them: in one statement where no tax is levied anywhere.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn read(c: &impl ConnectionTrait) -> Result<Self> {
        let lines = area_line::Entity::find()
            .order_by_desc(area_line::Column::CalculationOrder)
            .order_by_asc(area_line::Column::TaxJurisdictionCode)
            .all(c)
            .await?;
        if lines.is_empty() {
            return Ok(Self::default());
        }
        let mut areas: HashMap<_, Vec<_>> = HashMap::new();
        for line in lines {
            areas.entry(line.tax_area_code).or_default().push(line.tax_jurisdiction_code);
        }
        let jurisdictions = jurisdiction::Entity::find().all(c).await?.into_iter();
        Ok(Self {
            areas,
            accounts: jurisdictions.map(|row| (row.code, row.tax_account_sales)).collect(),
            details: detail::Entity::find().order_by_asc(detail::Column::EffectiveDate).all(c).await?,
        })
    }

    /// The account of what is owed to a jurisdiction.
    pub(crate) fn account(&self, jurisdiction: &Code<10>) -> Option<&Code<20>> {
        self.accounts.get(jurisdiction)
    }

    /// The taxes on a day of all that is taxed so.
    pub(crate) fn by_taxed<'a>(&self, taxed: impl Iterator<Item = &'a Taxed>, on: NaiveDate) -> ByTaxed {
        let mut by_taxed = ByTaxed::new();
        for taxed in taxed {
            if !by_taxed.contains_key(taxed) {
                by_taxed.insert(taxed.clone(), self.taxes(taxed, on));
            }
        }
        by_taxed
    }

    /// The taxes on a day; none for who is not liable, and where area or group are blank.
    fn taxes(&self, taxed: &Taxed, on: NaiveDate) -> Taxes {
        let jurisdictions = self.areas.get(&taxed.area).filter(|_| taxed.is_taxed());
        let steps = jurisdictions.into_iter().flatten().filter_map(|jurisdiction| {
            let rule = |kind| self.rule(jurisdiction, &taxed.group, kind, on);
            let (sales, excise) = (rule(TaxType::Sales), rule(TaxType::Excise));
            let is_levied = sales.is_some() || excise.is_some();
            is_levied.then(|| Step {
                jurisdiction: jurisdiction.clone(),
                account: self.accounts.get(jurisdiction).cloned().unwrap_or_default(),
                sales,
                excise,
            })
        });
        Taxes::new(steps.collect())
    }

    /// The newest rule that holds on a day: one of the group goes before one of every group.
    fn rule(&self, jurisdiction: &Code<10>, group: &Code<20>, kind: TaxType, on: NaiveDate) -> Option<Rule> {
        let newest = |group: &Code<20>| {
            let of_group = |detail: &&detail::Model| {
                detail.tax_jurisdiction_code == *jurisdiction
                    && detail.tax_group_code == *group
                    && detail.tax_type == kind
                    && detail.effective_date <= on
            };
            self.details.iter().rev().find(of_group)
        };
        newest(group).or_else(|| newest(&Code::blank())).map(Rule::from)
    }
}
