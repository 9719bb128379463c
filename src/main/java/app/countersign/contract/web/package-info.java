/**
 * The pages of contracts and of templates. A bean holds what one page or one form shows and has typed in; what is
 * allowed is decided by the activities below, whose reasons the pages show.
 */
package app.countersign.contract.web;
