/**
 * What tests of the built WAR share: one started application on H2 with a mail server beside it, another on PostgreSQL
 * for those that ask, and a browser. Each is started once, when first asked for, and stopped with the test run.
 */
package app.countersign.it;
