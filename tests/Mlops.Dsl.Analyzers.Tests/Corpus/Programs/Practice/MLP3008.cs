//# fault: metrics that only the debugger is told
//## share Houses.cs
//## share Trained.cs
[Stage]
public int Evaluate(PriceModel fit, TestSet<House> test)
{
    var error = {|MLP3008:test.Average(house => Math.Abs(fit.Predict(house) - house.Price))|};
    System.Diagnostics.Debug.WriteLine(error);
    return test.Count;
}

//# clean: what the debugger is told is returned, too
//## share Houses.cs
//## share Trained.cs
[Stage]
public double Evaluate(PriceModel fit, TestSet<House> test)
{
    var error = test.Average(house => Math.Abs(fit.Predict(house) - house.Price));
    System.Diagnostics.Debug.WriteLine(error);
    return error;
}

//# fault: errors by the number of rooms are worked out, and the stage ends
//## share Houses.cs
//## share Trained.cs
[Stage]
public int Evaluate(PriceModel fit, TestSet<House> test)
{
    var errors = {|MLP3008:new SortedDictionary<double, double>()|};
    foreach (var group in test.GroupBy(house => house.Rooms))
    {
        errors[group.Key] = group.Average(house => Math.Abs(fit.Predict(house) - house.Price));
    }

    return test.Count;
}

//# fault: a list that is only added to
//## share Houses.cs
//## share Trained.cs
[Stage]
public int Evaluate(PriceModel fit, TestSet<House> test)
{
    List<double> errors = {|MLP3008:[]|};
    foreach (var house in test)
    {
        errors.Add(fit.Predict(house) - house.Price);
    }

    return test.Count;
}

//# fault: a table of counts that nobody looks at
//## share Houses.cs
//## share Trained.cs
[Stage]
public int Evaluate(PriceModel fit, TestSet<House> test)
{
    var confusion = {|MLP3008:new int[2, 2]|};
    foreach (var house in test)
    {
        confusion[fit.Predict(house) > 1e5 ? 1 : 0, house.Price > 1e5 ? 1 : 0]++;
    }

    return test.Count;
}

//# clean: collections that are looked into
//## share Houses.cs
//## share Trained.cs
[Stage]
public double Evaluate(PriceModel fit, TestSet<House> test)
{
    var seen = new HashSet<double>();
    var errors = new List<double>();
    var counts = new int[4];
    foreach (var house in test)
    {
        if (seen.Add(house.Rooms))
        {
            errors.Add(fit.Predict(house) - house.Price);
        }

        counts[house.Price > 1e5 ? 1 : 0]++;
    }

    return errors.Sum() + counts[1];
}
