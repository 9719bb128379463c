/** Pages on which accounts are kept. */
package app.countersign.account.web;
