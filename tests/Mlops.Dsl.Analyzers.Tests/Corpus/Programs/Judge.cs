public static class Judge
{
    public static double Error(PriceModel model, IEnumerable<House> rows) => rows.Average(row => Math.Abs(model.Predict(row) - row.Price));
}
