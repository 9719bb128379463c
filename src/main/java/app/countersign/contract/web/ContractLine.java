package app.countersign.contract.web;

import app.countersign.contract.ContractDetails;
import app.countersign.contract.ContractState;
import app.countersign.contract.Milestones;
import app.countersign.contract.TakenIn;
import app.countersign.kernel.web.Times;
import app.countersign.kernel.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A contract's life as a line of states, with dates and people. What is awaited now stands out. */
@Named
@RequestScoped
public class ContractLine {

    private static final List<ContractState> SIGNED = List.of(
            ContractState.ISSUED,
            ContractState.RETURNED,
            ContractState.ACCEPTED,
            ContractState.COUNTERSIGNED,
            ContractState.IN_FORCE);
    private static final List<ContractState> UNSIGNED = List.of(ContractState.ISSUED, ContractState.IN_FORCE);

    /** One state of the line.
     *
     * @param reached done, now, later or ended */
    public record Step(String word, String reached, String on, String by) {}

    /** When a state was reached, and through whom; either may be empty. */
    private record Reached(String on, String by) {}

    @Inject
    private ContractPage page;

    @Inject
    private ContractHistory history;

    @Inject
    private Times times;

    @Inject
    private Words words;

    public List<Step> getSteps() {
        ContractDetails contract = page.getDetails();
        Map<ContractState, Reached> reached = reached(contract);
        List<Step> steps = new ArrayList<>();
        if (contract.takenIn().isPresent()) {
            concluded(contract, contract.takenIn().get(), steps);
            end(contract, steps);
            return steps;
        }
        boolean over = contract.state() == ContractState.WITHDRAWN;
        boolean awaited = contract.state() == ContractState.TERMINATED;
        for (ContractState state : contract.conclusion().signed() ? SIGNED : UNSIGNED) {
            if (reached.containsKey(state)) {
                steps.add(step(state, "done", reached.get(state)));
            } else if (!over) {
                steps.add(step(state, awaited ? "later" : "now", new Reached("", "")));
                awaited = true;
            }
        }
        if (contract.state() == ContractState.REFUSED) {
            steps.add(1, step(ContractState.REFUSED, "ended", told("contract-refused")));
        }
        end(contract, steps);
        return steps;
    }

    /** What happened elsewhere, and since when it is in force. */
    private void concluded(ContractDetails contract, TakenIn from, List<Step> steps) {
        steps.add(new Step(
                words.get("contract.step.concluded"), "done", times.date(from.concludedOn()), signer(contract)));
        steps.add(step(
                ContractState.IN_FORCE,
                "done",
                new Reached(times.date(contract.effectiveOn().orElse(null)), "")));
        steps.add(new Step(words.get("contract.step.taken-in"), "done", times.day(from.at()), from.by()));
    }

    private void end(ContractDetails contract, List<Step> steps) {
        String closed = times.day(contract.milestones().closedAt().orElse(null));
        if (contract.state() == ContractState.WITHDRAWN) {
            boolean expired = contract.milestones().expiredAt().isPresent();
            String word = expired ? words.get("contract.step.expired") : word(ContractState.WITHDRAWN);
            steps.add(new Step(word, "ended", closed, history.who("contract-withdrawn")));
        } else if (contract.state() == ContractState.TERMINATED) {
            steps.add(new Step(word(ContractState.TERMINATED), "ended", closed, ""));
        } else if (contract.endsOn().isPresent()) {
            steps.add(new Step(
                    word(ContractState.TERMINATED),
                    "now",
                    times.date(contract.endsOn().get()),
                    ""));
        }
    }

    private Map<ContractState, Reached> reached(ContractDetails contract) {
        Map<ContractState, Reached> reached = new EnumMap<>(ContractState.class);
        Milestones at = contract.milestones();
        at.issuedAt().ifPresent(i -> reached.put(ContractState.ISSUED, new Reached(times.day(i), issuer())));
        if (contract.state() != ContractState.REFUSED) {
            at.returnedAt()
                    .ifPresent(i -> reached.put(ContractState.RETURNED, new Reached(times.day(i), signer(contract))));
        }
        at.acceptedAt()
                .filter(i -> contract.state() != ContractState.REFUSED)
                .ifPresent(i -> reached.put(
                        ContractState.ACCEPTED, new Reached(times.day(i), history.who("contract-accepted"))));
        at.countersignedAt()
                .ifPresent(i -> reached.put(
                        ContractState.COUNTERSIGNED,
                        new Reached(
                                times.day(i),
                                contract.processorSignature()
                                        .map(s -> s.person())
                                        .orElse(""))));
        contract.effectiveOn().ifPresent(day -> reached.put(ContractState.IN_FORCE, new Reached(times.date(day), "")));
        return reached;
    }

    private String issuer() {
        return history.who("contract-issued");
    }

    private static String signer(ContractDetails contract) {
        return contract.page().map(p -> p.person()).orElse("");
    }

    private Reached told(String event) {
        return new Reached(times.day(history.when(event)), history.who(event));
    }

    private Step step(ContractState state, String how, Reached reached) {
        return new Step(word(state), how, reached.on(), reached.by());
    }

    private String word(ContractState state) {
        return state.label().in(words.texts().language());
    }
}
