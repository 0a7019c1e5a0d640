//# fault: a loader of ML.NET reads a table
[Stage]
public int Loans()
{
    var ml = new Microsoft.ML.MLContext(seed: 3);
    var view = LoanView.Open(ml);
    return LoanView.Rows(ml, view);
}

//## LoanView.cs
using Microsoft.ML;
using Microsoft.ML.Data;
using System.Data.Common;

public sealed class Loan
{
    public float Income { get; set; }
}

public static class LoanView
{
    public static int Rows(MLContext ml, IDataView view) => ml.Data.CreateEnumerable<Loan>(view, reuseRowObject: false).Count();

    public static IDataView Open(MLContext ml)
    {
        var loader = ml.Data.CreateDatabaseLoader<Loan>();
        return {|MLP3004:loader.Load(new DatabaseSource(DbProviderFactories.GetFactory("Db"), "Server=dwh", "select Income from Loans order by Id"))|};
    }
}

//# clean: the same in a stage that runs each time
[Stage, NoCache]
public int Loans()
{
    var ml = new Microsoft.ML.MLContext(seed: 3);
    return LoanView.Rows(ml, LoanView.Open(ml));
}

//## LoanView.cs
using Microsoft.ML;
using Microsoft.ML.Data;
using System.Data.Common;

public sealed class Loan
{
    public float Income { get; set; }
}

public static class LoanView
{
    public static int Rows(MLContext ml, IDataView view) => ml.Data.CreateEnumerable<Loan>(view, reuseRowObject: false).Count();

    public static IDataView Open(MLContext ml)
    {
        var loader = ml.Data.CreateDatabaseLoader<Loan>();
        return loader.Load(new DatabaseSource(DbProviderFactories.GetFactory("Db"), "Server=dwh", "select Income from Loans order by Id"));
    }
}
