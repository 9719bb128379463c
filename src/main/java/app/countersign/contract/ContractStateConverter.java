package app.countersign.contract;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class ContractStateConverter implements AttributeConverter<ContractState, String> {

    @Override
    public String convertToDatabaseColumn(ContractState constant) {
        return KebabCase.of(constant);
    }

    @Override
    public ContractState convertToEntityAttribute(String word) {
        return KebabCase.read(ContractState.class, word);
    }
}
