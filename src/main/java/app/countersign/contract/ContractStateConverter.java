package app.countersign.contract;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter(autoApply = true)
class ContractStateConverter extends KebabCase<ContractState> implements AttributeConverter<ContractState, String> {

    ContractStateConverter() {
        super(ContractState.class);
    }
}
