package app.countersign.contract;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which contracts a list shows. What is empty does not narrow it.
 *
 * @param processor the code by which templates call it
 * @param template the template's code, in any version
 * @param controllerId of one organisation
 * @param text a number, or the beginning of words of the controller's name
 * @param dueBefore whose time to sign runs out before then
 * @param withoutPaper only those that were concluded elsewhere and whose paper is missing here
 */
public record ContractFilter(
        Set<ContractState> states,
        Optional<String> processor,
        Optional<String> template,
        Optional<UUID> controllerId,
        Optional<String> text,
        Optional<Instant> dueBefore,
        boolean withoutPaper) {

    public static final ContractFilter ALL = new ContractFilter(
            Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    public ContractFilter {
        states = Set.copyOf(states);
        text = text.map(String::strip).filter(t -> !t.isEmpty());
    }

    public ContractFilter with(ContractState... only) {
        return new ContractFilter(Set.of(only), processor, template, controllerId, text, dueBefore, withoutPaper);
    }

    public ContractFilter withText(String typed) {
        return new ContractFilter(
                states, processor, template, controllerId, Optional.ofNullable(typed), dueBefore, withoutPaper);
    }
}
