//! Items that are called as products are. All items go by once for a batch of titles; only what they are called is read.

use std::collections::{HashMap, HashSet};

use back_office::items::{self, variant};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use values::Code;

use crate::Error;

/// How many items are looked at at a time.
const BATCH: u64 = 5_000;
/// How many ids are named in one statement.
const NAMED: usize = 1_000;
/// What the same title is worth; words that are shared are worth the part of it that they are.
const SAME: usize = 80;
/// What is worth less is no match.
const LEAST: i32 = 45;

/// The item that is called most like a title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Called {
    pub item: Code<20>,
    pub score: i32,
}

/// The items that are called as these titles are, by title.
///
/// # Errors
/// When the database fails.
pub(super) async fn read(c: &impl ConnectionTrait, titles: &HashSet<String>) -> Result<HashMap<String, Called>, Error> {
    use items::{Column, Entity};
    let mut index = Index::of(titles);
    let mut last = Code::<20>::blank();
    while !titles.is_empty() {
        let some: Vec<(Code<20>, String)> = Entity::find()
            .select_only()
            .columns([Column::Number, Column::Description])
            .filter(Column::Number.gt(last.clone()))
            .order_by_asc(Column::Number)
            .limit(BATCH)
            .into_tuple()
            .all(c)
            .await?;
        let Some((end, _)) = some.last() else { break };
        last = end.clone();
        for (number, description) in &some {
            index.look(number, description);
        }
    }
    Ok(index.best)
}

/// The variants of these items: their codes, and what they are.
///
/// # Errors
/// When the database fails.
pub(super) async fn variants(
    c: &impl ConnectionTrait,
    items: &[Code<20>],
) -> Result<HashMap<Code<20>, Vec<(Code<10>, String)>>, Error> {
    use variant::{Column, Entity};
    let mut all: HashMap<_, Vec<_>> = HashMap::new();
    for some in items.chunks(NAMED) {
        let rows = Entity::find().filter(Column::ItemNumber.is_in(some.to_vec())).order_by_asc(Column::Code).all(c);
        for row in rows.await? {
            all.entry(row.item_number).or_default().push((row.code, row.description));
        }
    }
    Ok(all)
}

/// Titles by their words, and what is called most like each.
struct Index<'a> {
    /// How many words each title has.
    words: HashMap<&'a str, usize>,
    by_word: HashMap<String, Vec<&'a str>>,
    best: HashMap<String, Called>,
}

impl<'a> Index<'a> {
    fn of(titles: &'a HashSet<String>) -> Self {
        let mut index = Self { words: HashMap::new(), by_word: HashMap::new(), best: HashMap::new() };
        for title in titles {
            let words = words(title);
            index.words.insert(title, words.len());
            for word in words {
                index.by_word.entry(word).or_default().push(title);
            }
        }
        index
    }

    /// Looks at one item.
    fn look(&mut self, number: &Code<20>, description: &str) {
        let words = words(description);
        let mut shared: HashMap<&'a str, usize> = HashMap::new();
        for title in words.iter().filter_map(|word| self.by_word.get(word)).flatten() {
            *shared.entry(title).or_default() += 1;
        }
        for (title, shared) in shared {
            let all = self.words.get(title).copied().unwrap_or_default() + words.len();
            let score = i32::try_from((2 * shared * SAME).checked_div(all).unwrap_or_default()).unwrap_or_default();
            let is_better = self.best.get(title).is_none_or(|best| score > best.score);
            if score >= LEAST && is_better {
                self.best.insert(title.to_owned(), Called { item: number.clone(), score });
            }
        }
    }
}

/// The words of a title, each once, whatever their case.
fn words(title: &str) -> HashSet<String> {
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_more_words_are_shared_the_surer_it_is() {
        let titles: HashSet<String> = ["Blue wool sweater".to_owned(), "Tent".to_owned()].into();
        let mut index = Index::of(&titles);
        index.look(&Code::cut("1000"), "Sweater, wool");
        index.look(&Code::cut("1001"), "Wool Sweater Blue");
        index.look(&Code::cut("1002"), "Sweater of something else altogether");
        let best = index.best.get("Blue wool sweater").unwrap();
        assert_eq!((best.item.as_str(), best.score), ("1001", 80));
        assert!(!index.best.contains_key("Tent"));
    }
}
