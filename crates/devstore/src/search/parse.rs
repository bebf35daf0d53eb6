use std::iter::Peekable;
use std::str::Chars;

/// A search query, as it was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Query {
    And(Vec<Query>),
    Or(Vec<Query>),
    Not(Box<Query>),
    Term { field: Option<String>, comparator: Comparator, value: String, quoted: bool },
}

/// How a term compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comparator {
    Match,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// Reads Shopify's search syntax. It has no errors: what makes no sense is read as far as it goes, and an unquoted
/// time stamp falls apart at its colons, as on the real store.
pub(crate) fn parse(text: &str) -> Query {
    let mut reader = Reader { chars: text.chars().peekable() };
    let query = reader.any();
    // A closing parenthesis too many ends the query: the rest is read as if it were not there.
    query
}

struct Reader<'a> {
    chars: Peekable<Chars<'a>>,
}

enum Token {
    And,
    Or,
    Not,
    Open,
    Close,
    Value { text: String, quoted: bool },
}

impl Reader<'_> {
    fn any(&mut self) -> Query {
        let mut alternatives = vec![self.all()];
        while matches!(self.peek(), Some(Token::Or)) {
            self.next();
            alternatives.push(self.all());
        }
        single(alternatives, Query::Or)
    }

    fn all(&mut self) -> Query {
        let mut terms = Vec::new();
        loop {
            match self.peek() {
                None | Some(Token::Or | Token::Close) => break,
                Some(Token::And) => {
                    self.next();
                }
                Some(_) => terms.extend(self.one()),
            }
        }
        single(terms, Query::And)
    }

    fn one(&mut self) -> Option<Query> {
        match self.next()? {
            Token::Not => self.one().map(|query| Query::Not(Box::new(query))),
            Token::Open => {
                let query = self.any();
                if matches!(self.peek(), Some(Token::Close)) {
                    self.next();
                }
                Some(query)
            }
            Token::Value { text, quoted } => Some(self.term(text, quoted)),
            Token::And | Token::Or | Token::Close => None,
        }
    }

    fn term(&mut self, text: String, quoted: bool) -> Query {
        let term = |field, comparator, value, quoted| Query::Term { field, comparator, value, quoted };
        if self.chars.peek() != Some(&':') {
            return term(None, Comparator::Match, text, quoted);
        }
        self.chars.next();
        let comparator = self.comparator();
        let value = match self.chars.peek() {
            Some(c) if !c.is_whitespace() => self.value(),
            _ => (String::new(), false),
        };
        // What is left behind a second colon is a term of its own.
        if self.chars.peek() == Some(&':') {
            self.chars.next();
        }
        term(Some(text), comparator, value.0, value.1)
    }

    fn comparator(&mut self) -> Comparator {
        let sign = self.chars.next_if(|c| matches!(c, '<' | '>' | '='));
        let equal = sign.is_some_and(|sign| sign != '=') && self.chars.next_if_eq(&'=').is_some();
        match (sign, equal) {
            (Some('<'), false) => Comparator::Less,
            (Some('<'), true) => Comparator::LessOrEqual,
            (Some('>'), false) => Comparator::Greater,
            (Some('>'), true) => Comparator::GreaterOrEqual,
            _ => Comparator::Match,
        }
    }

    fn peek(&mut self) -> Option<Token> {
        let mut ahead = Reader { chars: self.chars.clone() };
        ahead.next()
    }

    fn next(&mut self) -> Option<Token> {
        while self.chars.next_if(|c| c.is_whitespace()).is_some() {}
        match self.chars.peek()? {
            '(' => {
                self.chars.next();
                Some(Token::Open)
            }
            ')' => {
                self.chars.next();
                Some(Token::Close)
            }
            '-' => {
                self.chars.next();
                Some(Token::Not)
            }
            _ => {
                let (text, quoted) = self.value();
                Some(match text.as_str() {
                    "AND" if !quoted => Token::And,
                    "OR" if !quoted => Token::Or,
                    "NOT" if !quoted => Token::Not,
                    _ => Token::Value { text, quoted },
                })
            }
        }
    }

    fn value(&mut self) -> (String, bool) {
        let quote = self.chars.next_if(|c| matches!(c, '"' | '\''));
        let mut text = String::new();
        while let Some(&c) = self.chars.peek() {
            match (c, quote) {
                ('\\', _) => {
                    self.chars.next();
                    text.extend(self.chars.next());
                    continue;
                }
                (c, Some(quote)) if c == quote => {
                    self.chars.next();
                    break;
                }
                (':' | '(' | ')', None) => break,
                (c, None) if c.is_whitespace() => break,
                _ => {}
            }
            text.push(c);
            self.chars.next();
        }
        // A lone colon where a value should be would otherwise be read for ever.
        if text.is_empty() && quote.is_none() {
            self.chars.next_if_eq(&':');
        }
        (text, quote.is_some())
    }
}

fn single(mut queries: Vec<Query>, combine: fn(Vec<Query>) -> Query) -> Query {
    match queries.pop() {
        Some(only) if queries.is_empty() => only,
        Some(last) => {
            queries.push(last);
            combine(queries)
        }
        None => combine(queries),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(field: &str, comparator: Comparator, value: &str, quoted: bool) -> Query {
        Query::Term { field: Some(field.to_owned()), comparator, value: value.to_owned(), quoted }
    }

    #[test]
    fn terms_are_joined_by_and_or_and_parentheses() {
        let query = parse("financial_status:paid AND (tag:a OR -tag:b) test:false");
        assert_eq!(
            query,
            Query::And(vec![
                term("financial_status", Comparator::Match, "paid", false),
                Query::Or(vec![
                    term("tag", Comparator::Match, "a", false),
                    Query::Not(Box::new(term("tag", Comparator::Match, "b", false))),
                ]),
                term("test", Comparator::Match, "false", false),
            ])
        );
    }

    #[test]
    fn a_time_stamp_without_quotes_falls_apart() {
        assert_eq!(
            parse("updated_at:>=2026-01-01T00:00:00Z"),
            Query::And(vec![
                term("updated_at", Comparator::GreaterOrEqual, "2026-01-01T00", false),
                term("00", Comparator::Match, "00Z", false),
            ])
        );
        assert_eq!(
            parse("updated_at:>='2026-01-01T00:00:00Z'"),
            term("updated_at", Comparator::GreaterOrEqual, "2026-01-01T00:00:00Z", true)
        );
    }

    #[test]
    fn a_backslash_takes_the_meaning_from_a_colon() {
        assert_eq!(parse(r"sku:'AB\:12'"), term("sku", Comparator::Match, "AB:12", true));
        assert_eq!(parse(r"sku:AB\:12"), term("sku", Comparator::Match, "AB:12", false));
    }

    #[test]
    fn nonsense_is_read_to_its_end() {
        for text in ["", ":", "::::", "(", ")", "a:", "AND", "NOT", "-", "((a", "'open", "\\"] {
            let _read = parse(text);
        }
    }
}
