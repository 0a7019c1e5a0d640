//# fault: the columns are written out once more
//## Rows.cs
[Row]
public sealed partial record Order([RowKey] string Number, [Feature] double Total, [Feature] int Items, [Label] bool Returned);

[RowView(typeof(Order))]
public sealed partial record {|MLP1086:OrderRequest|}(string Number, double Total, int Items);

//# fault: a view that computes something
//## Rows.cs
[Row]
public sealed partial record Order([RowKey] string Number, [Feature] double Total, [Feature] int Items, [Label] bool Returned);

[RowView(typeof(Order))]
public sealed partial record {|MLP1086:OrderRequest|}
{
    public double TotalPerItem(int items, double total) => total / items;
}

//# fault: a view as a class
//## Rows.cs
[Row]
public sealed partial record Order([RowKey] string Number, [Feature] double Total, [Label] bool Returned);

[RowView(typeof(Order))]
public sealed partial class {|MLP1086:OrderRequest|};

//# fault: a view that was a row once
//## Rows.cs
[Row]
public sealed partial record Order([RowKey] string Number, [Feature] double Total, [Label] bool Returned);

[Row]
[RowView(typeof(Order))]
public sealed partial record {|MLP1086:OrderRequest|}(string Number, double Total);

//# clean: two views, one of them in parts, and a method beside it
//## Rows.cs
[Row]
public sealed partial record Order([RowKey] string Number, [Feature] double Total, [Feature] int Items, [Label] bool Returned);

[RowView(typeof(Order))]
public sealed partial record OrderRequest;

[RowView(typeof(Order), Without = ColumnRole.Key)]
public sealed partial record AnonymousOrder
{
}

public sealed partial record OrderRequest;

public static class Requests
{
    public static double TotalPerItem(this OrderRequest order) => order.Total / order.Items;
}

//# clean: a view that promises an interface
//## Rows.cs
public interface IPriced
{
    double Total { get; }
}

[Row]
public sealed partial record Order([RowKey] string Number, [Feature] double Total, [Label] bool Returned);

[RowView(typeof(Order))]
public sealed partial record OrderRequest : IPriced;
