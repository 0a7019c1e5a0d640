//# fault: a base class logs what a derived one gives it
//## share People.cs
[Stage]
public double Mean(Validated<Person> checkPeople, StageContext context)
{
    foreach (var person in checkPeople)
    {
        new PersonNote(person).Write(context.Logger);
    }

    return checkPeople.Average(person => person.Income);
}

//## Notes.cs
public abstract class Note
{
    protected abstract string Text { get; }

    public void Write(ILogger logger) => logger.LogInformation("{Text}", {|MLP5003:Text|});
}

public sealed class PersonNote(Person person) : Note
{
    protected override string Text => person.Email;
}

//# clean: rows are rejected, and the log tells why
//## share People.cs
[Stage]
public double Mean(Validated<Person> checkPeople, StageContext context)
{
    foreach (var reject in checkPeople.Report.Rejects)
    {
        context.Logger.LogWarning("row {Index} breaks {Count} constraints", reject.Index, reject.Problems.Count);
    }

    foreach (var broken in checkPeople.Report.BrokenConstraints)
    {
        context.Logger.LogWarning("{Constraint}", broken);
    }

    return checkPeople.Average(person => person.Income);
}

//# clean: towns are counted after grouping by name
//## share People.cs
[Stage]
public double Mean(Validated<Person> checkPeople, StageContext context)
{
    var byName = checkPeople.ToLookup(person => person.Name, StringComparer.Ordinal);
    foreach (var group in byName)
    {
        foreach (var person in group)
        {
            context.Logger.LogInformation("{Town} {Income}", person.Town, person.Income);
        }
    }

    return checkPeople.Average(person => person.Income);
}

//# clean: the column's name is no person's
//## share People.cs
[Stage]
public double Mean(Validated<Person> checkPeople, StageContext context)
{
    context.Logger.LogInformation("{Column} is personal", nameof(Person.Email));
    if (checkPeople.Any(person => string.IsNullOrWhiteSpace(person.Name)))
    {
        throw new InvalidDataException($"{nameof(Person.Name)} is empty in {checkPeople.Count(person => person.Name.Length == 0)} rows.");
    }

    return checkPeople.Average(person => person.Income);
}
