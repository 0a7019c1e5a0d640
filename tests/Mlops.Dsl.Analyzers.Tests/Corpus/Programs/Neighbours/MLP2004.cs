//# clean: what lies under a key of other rows is looked up for each
//## share Loans.cs
[Stage]
public Validated<Loan> Loans(Validated<Request> requests, Validated<Payment> payments)
{
    var paid = payments.GroupBy(payment => payment.Person).ToDictionary(g => g.Key, g => g.Sum(payment => payment.Amount));
    return new Raw<Loan>(requests.Select(request => new Loan(request.Id, paid.GetValueOrDefault(request.Person), request.Repaid))).Validate();
}

//# clean: a lookup of other rows is summed up for each
//## share Loans.cs
[Stage]
public Validated<Loan> Loans(Validated<Request> requests, Validated<Payment> payments)
{
    var byPerson = payments.ToLookup(payment => payment.Person);
    return new Raw<Loan>(requests.Select(request => new Loan(request.Id, byPerson[request.Person].Sum(payment => payment.Amount), request.Repaid))).Validate();
}

//# clean: a group join
//## share Loans.cs
[Stage]
public Validated<Loan> Loans(Validated<Request> requests, Validated<Payment> payments) =>
    new Raw<Loan>(requests.GroupJoin(
        payments,
        request => request.Person,
        payment => payment.Person,
        (request, own) => new Loan(request.Id, own.Sum(payment => payment.Amount), request.Repaid))).Validate();

//# clean: a helper joins what two stages have read
//## share Loans.cs
[Stage]
public Validated<Loan> Loans(Validated<Request> requests, Validated<Payment> payments) => new Raw<Loan>(Joined.Of(requests, payments)).Validate();

//## Joined.cs
public static class Joined
{
    public static IEnumerable<Loan> Of(IReadOnlyList<Request> requests, IReadOnlyList<Payment> payments)
    {
        var largest = payments.Where(p => p.Amount > 0).GroupBy(p => p.Person).ToDictionary(g => g.Key, g => g.Max(p => p.Amount));
        foreach (var request in requests)
        {
            yield return new Loan(request.Id, largest.GetValueOrDefault(request.Person), request.Repaid);
        }
    }
}

//# fault: the rows that are split are summed up themselves, beside others
//## share Loans.cs
[Stage]
public Validated<Loan> Loans(Validated<Request> {|MLP2004:requests|}, Validated<Payment> payments)
{
    var rate = requests.GroupBy(request => request.Person).ToDictionary(g => g.Key, g => g.Average(request => (double)request.Id.Length));
    var paid = payments.ToLookup(payment => payment.Person);
    return new Raw<Loan>(requests.Select(request => new Loan(request.Id, rate[request.Person] + paid[request.Person].Count(), request.Repaid))).Validate();
}
