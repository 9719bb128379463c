package app.countersign.contract;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class ReturnVerdictConverter implements AttributeConverter<ReturnVerdict, String> {

    @Override
    public String convertToDatabaseColumn(ReturnVerdict constant) {
        return KebabCase.of(constant);
    }

    @Override
    public ReturnVerdict convertToEntityAttribute(String word) {
        return KebabCase.read(ReturnVerdict.class, word);
    }
}
