/** What all REST resources share: where the API lives, how its errors read, and how a request says its language. */
package app.countersign.kernel.api;
