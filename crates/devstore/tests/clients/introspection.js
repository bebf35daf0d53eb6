// Prints the query by which graphql-js asks for a schema.

import { getIntrospectionQuery } from "graphql";

console.log(getIntrospectionQuery({ inputValueDeprecation: true }));
