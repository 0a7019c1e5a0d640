//# fault: a switch of the host chooses the formula
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => Formulas.Of(docs.Count);

//## Formulas.cs
public static class Formulas
{
    public static int Of(int count) => {|MLP3005:AppContext.TryGetSwitch("Docs.Double", out var isDouble)|} && isDouble ? 2 * count : count;
}

//# fault: data of the host is a setting
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => Math.Min(docs.Count, {|MLP3005:AppContext.GetData("Docs.Limit")|} is int limit ? limit : 10);

//# fault: data of the domain is a setting
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count + ({|MLP3005:AppDomain.CurrentDomain.GetData("Docs.More")|} as string ?? "").Length;

//# clean: a parameter's default is a switch of the host
//## share Docs.cs
[Parameter]
public bool IsDouble { get; init; } = AppContext.TryGetSwitch("Docs.Double", out var isDouble) && isDouble;

[Stage]
public int Count(FileSet docs) => IsDouble ? 2 * docs.Count : docs.Count;

//# clean: a context of the user's own
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => Shop.AppContext.TryGetSwitch("double", out var isDouble) && isDouble ? 2 * docs.Count : docs.Count;

//## AppContext.cs
namespace Shop;

public static class AppContext
{
    public static bool TryGetSwitch(string name, out bool isOn)
    {
        isOn = name.Length > 3;
        return true;
    }
}
