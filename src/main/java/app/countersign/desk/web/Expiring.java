package app.countersign.desk.web;

import app.countersign.access.web.Me;
import app.countersign.contract.ContractRecords;
import app.countersign.contract.ContractRow;
import app.countersign.kernel.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The contracts whose time to be signed runs out, as clocks. */
@RequestScoped
class Expiring {

    @Inject
    private ContractRecords records;

    @Inject
    private Me me;

    @Inject
    private Words words;

    List<Due> first(int most) {
        return !me.isReader() || !me.opens("contract")
                ? List.of()
                : records.expiring(most).stream().map(this::due).toList();
    }

    private Due due(ContractRow row) {
        return new Due(
                words.with("desk.due.sign", row.number(), row.controller()),
                "/contract/view?id=" + row.id(),
                row.expiresAt(),
                null);
    }
}
