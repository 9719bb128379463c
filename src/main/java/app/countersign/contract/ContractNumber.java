package app.countersign.contract;

import java.util.Locale;

/**
 * A contract's number: the template's prefix, the year, and a serial number that never comes twice, {@code
 * OKO-2026-000042}. Serial numbers of contracts that were never kept are left out.
 *
 * @param serial counts all contracts of the installation
 */
record ContractNumber(String prefix, int year, long serial) {

    String text() {
        return String.format(Locale.ROOT, "%s-%d-%06d", prefix, year, serial);
    }
}
