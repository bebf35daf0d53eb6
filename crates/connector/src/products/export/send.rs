//! Tells Shopify what was planned, many products a call, and writes down what it has confirmed: nothing is staged as sent
//! before. What was sent and not answered is sent again, which does no harm: each field is given whole.

use std::collections::HashMap;

use job_queue::{Context, JobError};
use shopify::Client;
use shopify::Error as E;
use shopify::documents::product_changes::{
    LARGEST_INPUT, PRODUCTS, ProductVariants, Updated, VariantsUpdated, add_variants, update, update_variants,
};

use super::ground::Ground;
use super::in_bulk;
use super::plan::{Changed, Plan, product_gid};
use super::reason::Reason;
use super::record::{Confirmed, record};
use super::there::there;
use crate::Error;
use crate::products::staged::{product, variant};

/// So many variants are added in a call, and so many are changed: no call costs more than 1,000 points.
const ADDED: usize = 1_000;
const CHANGED: usize = 3_000;

/// What has been refused of each product.
pub(super) type Refusals = HashMap<i64, Vec<Reason>>;

/// Variants of one product that go into one input.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    pub product_id: i64,
    pub changes: &'a [Changed],
}

impl Line<'_> {
    pub(super) fn input(&self) -> ProductVariants {
        let variants = self.changes.iter().map(|change| change.input.clone()).collect();
        ProductVariants { product_id: product_gid(self.product_id), variants }
    }

    /// What Shopify has confirmed of it; the rest is refused.
    pub(super) fn told(&self, told: Option<&VariantsUpdated>, refusals: &mut Refusals) -> Confirmed {
        let silent = VariantsUpdated::default();
        let told = told.unwrap_or(&silent);
        let mut confirmed = Confirmed::default();
        for (place, change) in self.changes.iter().enumerate() {
            match told.of(place, change.input.id.as_deref().unwrap_or_default()) {
                Ok(at) => confirmed.variants.push(change.then.clone().at(at)),
                Err(why) => refuse(refusals, self.product_id, what(change), why),
            }
        }
        confirmed
    }

    /// None of it was confirmed.
    pub(super) fn refuse(&self, why: &str, refusals: &mut Refusals) {
        self.refuse_others(&[], why, refusals);
    }

    /// None of it was confirmed but these.
    fn refuse_others(&self, but: &[variant::Model], why: &str, refusals: &mut Refusals) {
        let is_there = |change: &&Changed| but.iter().any(|row| row.id == change.then.id);
        for change in self.changes.iter().filter(|change| !is_there(change)) {
            refuse(refusals, self.product_id, what(change), why.to_owned());
        }
    }
}

/// Sends plans. Gives what was refused, by product.
pub(super) async fn send(cx: &Context, client: &Client, ground: &Ground, plans: &[Plan]) -> Result<Refusals, JobError> {
    let mut refusals = Refusals::new();
    of_products(cx, client, ground, plans, &mut refusals).await?;
    of_missing(cx, client, ground, plans, &mut refusals).await?;
    let mut lines = lines(plans.iter().map(|plan| (plan.product_id, plan.variants.as_slice())));
    if in_bulk::is_better(client, lines.len()) {
        lines = in_bulk::send(cx, client, ground, lines, &mut refusals).await?;
    }
    let mut waiting: Vec<&[Line<'_>]> = calls(&lines, CHANGED).collect();
    waiting.reverse();
    while let Some(some) = waiting.pop() {
        let inputs: Vec<ProductVariants> = some.iter().map(Line::input).collect();
        let told = match cx.send(update_variants(client, &inputs)).await? {
            Ok(told) => told,
            Err(E::Rejected { reason, .. }) => {
                match halves(some) {
                    Some(halves) => waiting.extend(halves),
                    None => some.iter().for_each(|line| line.refuse(&reason, &mut refusals)),
                }
                continue;
            }
            Err(error) => return Err(Error::Shopify(error).into()),
        };
        let mut confirmed = Confirmed::default();
        for (line, told) in some.iter().zip(&told) {
            confirmed += line.told(told.as_ref(), &mut refusals);
        }
        record(cx, ground, confirmed).await?;
    }
    Ok(refusals)
}

async fn of_products(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    plans: &[Plan],
    refusals: &mut Refusals,
) -> Result<(), JobError> {
    let changed: Vec<_> = plans.iter().filter_map(|plan| plan.product.as_ref()).collect();
    let mut waiting: Vec<_> = changed.chunks(PRODUCTS).rev().collect();
    while let Some(some) = waiting.pop() {
        let inputs: Vec<_> = some.iter().map(|(input, _)| input.clone()).collect();
        let told = match cx.send(update(client, &inputs)).await? {
            Ok(told) => told,
            Err(E::Rejected { reason, .. }) => {
                match halves(some) {
                    Some(halves) => waiting.extend(halves),
                    None => some.iter().for_each(|(_, then)| refuse_product(refusals, then, reason.clone())),
                }
                continue;
            }
            Err(error) => return Err(Error::Shopify(error).into()),
        };
        let mut confirmed = Confirmed::default();
        for ((_, then), told) in some.iter().zip(&told) {
            match told.as_ref().map_or_else(|| Err("Shopify has not confirmed it".to_owned()), Updated::told) {
                Ok(product) => confirmed.products.push(super::record::product(then, product)),
                Err(why) => refuse_product(refusals, then, why),
            }
        }
        record(cx, ground, confirmed).await?;
    }
    Ok(())
}

async fn of_missing(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    plans: &[Plan],
    refusals: &mut Refusals,
) -> Result<(), JobError> {
    let lines = lines(plans.iter().map(|plan| (plan.product_id, plan.missing.as_slice())));
    let mut waiting: Vec<&[Line<'_>]> = calls(&lines, ADDED).collect();
    waiting.reverse();
    while let Some(some) = waiting.pop() {
        let inputs: Vec<ProductVariants> = some.iter().map(Line::input).collect();
        let told = match cx.send(add_variants(client, &inputs)).await? {
            Ok(told) => told,
            Err(E::Rejected { reason, .. }) => {
                match halves(some) {
                    Some(halves) => waiting.extend(halves),
                    None => some.iter().for_each(|line| line.refuse(&reason, refusals)),
                }
                continue;
            }
            Err(error) => return Err(Error::Shopify(error).into()),
        };
        let mut confirmed = Confirmed::default();
        for (line, told) in some.iter().zip(told) {
            match told.unwrap_or_default().told() {
                Ok(made) => confirmed.added.extend(super::record::added(line, &made)),
                Err(why) => {
                    let found = there(cx, client, ground, line).await?;
                    line.refuse_others(&found, &why, refusals);
                    confirmed.found.extend(found);
                }
            }
        }
        record(cx, ground, confirmed).await?;
    }
    Ok(())
}

/// The lines of each call: of as many products as it takes, with `most` variants at most.
fn calls<'l, 'a>(lines: &'l [Line<'a>], most: usize) -> impl Iterator<Item = &'l [Line<'a>]> {
    let mut rest = lines;
    std::iter::from_fn(move || {
        let mut count = 0;
        let fit = rest.iter().take(PRODUCTS).take_while(|line| {
            count += line.changes.len();
            count <= most
        });
        let (some, others) = rest.split_at_checked(fit.count().max(1))?;
        rest = others;
        Some(some)
    })
}

/// The changes of products, as many in a line as Shopify takes.
fn lines<'a>(products: impl Iterator<Item = (i64, &'a [Changed])>) -> Vec<Line<'a>> {
    let of_product = |(product_id, changes): (i64, &'a [Changed])| {
        changes.chunks(LARGEST_INPUT).map(move |changes| Line { product_id, changes })
    };
    products.flat_map(of_product).collect()
}

/// Both halves of what was refused as a whole, until what is refused is alone: then the others are none the worse for it. The
/// first one comes last, since what was put there last is sent first.
fn halves<T>(some: &[T]) -> Option<[&[T]; 2]> {
    let (first, second) = some.split_at(some.len() / 2);
    (!first.is_empty()).then_some([second, first])
}

fn refuse_product(refusals: &mut Refusals, then: &product::Model, why: String) {
    refuse(refusals, then.shopify_product_id, format!("The product '{}'", then.title), why);
}

fn refuse(refusals: &mut Refusals, product_id: i64, what: String, why: String) {
    refusals.entry(product_id).or_default().push(Reason::Refused { what, why });
}

/// What people call a variant.
fn what(change: &Changed) -> String {
    let then = &change.then;
    if then.variant_code.is_blank() {
        format!("The variant of item {}", then.item_number)
    } else {
        format!("The variant {} of item {}", then.variant_code, then.item_number)
    }
}

#[cfg(test)]
mod tests {
    use shopify::documents::product_changes::VariantInput;
    use uuid::Uuid;
    use values::Code;

    use super::*;

    #[test]
    fn what_is_refused_as_a_whole_is_halved_until_it_is_alone() {
        assert_eq!(halves(&[1, 2, 3]), Some([[2, 3].as_slice(), &[1]]));
        assert_eq!((halves(&[1]), halves::<i32>(&[])), (None, None));
    }

    #[test]
    fn a_call_takes_so_many_products_and_so_many_variants() {
        let then = variant::Model::named(Uuid::nil(), Code::blank(), 1, 1);
        let changes = vec![Changed { input: VariantInput::default(), then }; LARGEST_INPUT];
        let full: Vec<Line<'_>> = (0..26).map(|product_id| Line { product_id, changes: &changes }).collect();
        let counts = |most| calls(&full, most).map(<[Line<'_>]>::len).collect::<Vec<_>>();
        assert_eq!((counts(CHANGED), counts(ADDED)), (vec![12, 12, 2], vec![4, 4, 4, 4, 4, 4, 2]));
        assert_eq!(counts(1).len(), 26, "a line goes whole");
        let small: Vec<Line<'_>> = full.iter().map(|line| Line { changes: &changes[..1], ..line.clone() }).collect();
        assert_eq!(calls(&small, CHANGED).map(<[Line<'_>]>::len).collect::<Vec<_>>(), [25, 1]);
        assert_eq!(calls(&[], CHANGED).count(), 0);
    }
}
