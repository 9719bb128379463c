/** The pages of organisations and of the people to reach there. */
package app.countersign.party.web;
