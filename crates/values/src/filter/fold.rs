use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::char::{canonical_combining_class, decompose_canonical};

/// Characters beyond the basic plane have no accents, and next to nobody writes their cases: they are left alone.
const LAST: char = '\u{FFFF}';

/// One character without its case and its accents. What it gives folds to itself.
pub fn fold(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_lowercase();
    }
    TABLE.folded.get(&letter).copied().unwrap_or(letter)
}

/// Every character that [`fold`]s to `folded`, itself included; none if it is not folded.
pub fn alike(folded: char) -> Vec<char> {
    match TABLE.alike.get(&folded) {
        Some(letters) => letters.clone(),
        None if fold(folded) == folded => vec![folded],
        None => Vec::new(),
    }
}

struct Table {
    /// The characters that do not fold to themselves.
    folded: HashMap<char, char>,
    /// What others fold to.
    alike: HashMap<char, Vec<char>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { folded: HashMap::new(), alike: HashMap::new() };
    for letter in '\0'..=LAST {
        let folded = settle(letter);
        if folded != letter {
            table.folded.insert(letter, folded);
            table.alike.entry(folded).or_insert_with(|| vec![folded]).push(letter);
        }
    }
    table
});

/// Taking off an accent may uncover a capital, and changing the case may uncover an accent.
fn settle(letter: char) -> char {
    let mut folded = letter;
    for _ in 0..4 {
        folded = lower(without_accents(folded));
    }
    if folded > LAST { letter } else { folded }
}

fn without_accents(letter: char) -> char {
    let mut parts = Vec::new();
    decompose_canonical(letter, |part| parts.push(part));
    match parts.split_first() {
        Some((base, marks)) if marks.iter().all(|mark| canonical_combining_class(*mark) != 0) => *base,
        _ => letter,
    }
}

/// By way of upper case, so that the two small forms of one capital (`σ`, `ς`) become one.
fn lower(letter: char) -> char {
    single(single(letter, letter.to_uppercase()), single(letter, letter.to_uppercase()).to_lowercase())
}

fn single(otherwise: char, mut letters: impl Iterator<Item = char>) -> char {
    match (letters.next(), letters.next()) {
        (Some(only), None) => only,
        _ => otherwise,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_alike_to_its_cases_and_its_accents() {
        for (letter, folded) in [('É', 'e'), ('é', 'e'), ('Å', 'a'), ('ș', 's'), ('Σ', 'σ'), ('ς', 'σ'), ('Й', 'и')]
        {
            assert_eq!(fold(letter), folded);
            assert!(alike(folded).contains(&letter));
        }
        assert!(alike('e').contains(&'E') && alike('e').contains(&'e'));
    }

    #[test]
    fn letters_of_their_own_stay_what_they_are() {
        for (letter, folded) in [('Ø', 'ø'), ('Æ', 'æ'), ('ß', 'ß'), ('5', '5'), ('한', '한')] {
            assert_eq!(fold(letter), folded);
        }
    }

    #[test]
    fn what_is_folded_folds_to_itself_and_is_in_its_own_class() {
        for letter in '\0'..=LAST {
            let folded = fold(letter);
            assert_eq!(fold(folded), folded, "{letter:?}");
            assert!(alike(folded).contains(&letter), "{letter:?}");
        }
    }
}
